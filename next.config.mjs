import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Pictures are resized once, at upload; the panel needs no second optimiser.
  images: { unoptimized: true },
  // Types are checked by the tests, once.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
