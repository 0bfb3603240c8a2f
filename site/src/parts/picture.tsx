import type { Image } from 'ovoz/client'

import { ownFile } from '../links.ts'

type Props = {
  image: Image
  /** How wide it is shown, as the attribute `sizes` says it. */
  sizes: string
  /** The one picture that is in sight at once: it is asked for first. All others wait until they are near. */
  isFirst?: boolean
  /** Beside words that say the same, a picture has nothing to add for those who do not see it. */
  isDecoration?: boolean
}

const setOf = ({ variants }: Image) => variants.map((one) => `${ownFile(one.url)} ${one.width}w`).join(', ')

/** Asks for the first picture before the page is read: it is what readers wait for longest. */
export const Preload = ({ image, sizes }: Pick<Props, 'image' | 'sizes'>) => (
  <link
    rel="preload"
    as="image"
    href={ownFile(image.variants[0]?.url ?? image.url)}
    imagesrcset={setOf(image) || undefined}
    imagesizes={image.variants.length ? sizes : undefined}
    fetchpriority="high"
  />
)

/** A picture in the size that fits, with its place kept free until it is there. */
export function Picture({ image, sizes, isFirst = false, isDecoration = false }: Props) {
  const set = setOf(image)
  return (
    <img
      src={ownFile(image.variants[0]?.url ?? image.url)}
      srcset={set || undefined}
      sizes={set ? sizes : undefined}
      alt={isDecoration ? '' : image.alt}
      width={image.width}
      height={image.height}
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  )
}
