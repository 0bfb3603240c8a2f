import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

/** Where Chromium is, the one without windows first: it does the same in four fifths of the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
]

function findChromium() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path))
  if (!executablePath)
    throw new Error(
      'No Chromium found. Install it (Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM.',
    )
  return executablePath
}

/** The system's Chromium, for as many visitors as a test needs: each context is one who was never here before. */
export const launchBrowser = () => chromium.launch({ executablePath: findChromium(), args: FLAGS })

/** The system's Chromium with a profile of its own. */
export async function openBrowser(
  options: { viewport?: { width: number; height: number }; locale?: string } = {},
) {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'ovoz-browser-')), {
    executablePath: findChromium(),
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  })
}
