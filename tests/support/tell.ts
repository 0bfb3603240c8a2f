/** Says a line aloud, past the reporter: what was measured, or what is not run and why. */
export const tell = (line: string) => void process.stdout.write(`${line}\n`)
