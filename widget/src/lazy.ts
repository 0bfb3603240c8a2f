/**
 * The second part of the element, asked for when somebody is about to act. The build (`scripts/widget.mjs`) puts what is
 * behind this import into a file of its own, and hands it what it shares with the first part.
 */
export const loadActs = () => import('./acts.ts')
