import type { BuildOptions, BuildResult } from 'esbuild'

export function bundle(): Promise<void>
export function bundleAssets(): Promise<void>
export function bundleForNode(options: BuildOptions): Promise<BuildResult>
