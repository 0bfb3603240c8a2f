import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'

import { measureFront } from './front.ts'
import { startClient } from './load.ts'
import { isInstalled } from './nginx.ts'
import { type Name, type Options, readOptions } from './options.ts'
import { measureMisses, measureReads, measureSubmissions } from './pairs.ts'
import { Ovoz } from './processes.ts'
import { READS } from './reads.ts'
import { measureMemory, measureStarts } from './rest.ts'
import type { Bench } from './rounds.ts'
import { prepareData } from './stage.ts'
import { type Row, toMarkdown, toText } from './table.ts'

async function run(options: Options) {
  const data = await prepareData(options.sizes)
  const bench: Bench = { client: startClient(), options, raw: {} }
  const wants = (...names: Name[]) => names.some((name) => options.only.includes(name))
  const rows: Record<'reads' | 'writes' | 'process' | 'front', Row[]> = {
    reads: [],
    writes: [],
    process: [],
    front: [],
  }
  try {
    if (wants('start')) rows.process.push(...(await measureStarts({ bench, data })))
    if (wants('memory')) rows.process.push(...(await measureMemory({ bench, data })))
    if (wants(...READS.map(({ name }) => name), 'miss')) {
      const ovoz = await Ovoz.start(data)
      rows.reads.push(...(await measureReads({ bench, ovoz, data })))
      if (wants('miss')) rows.reads.push(...(await measureMisses({ bench, ovoz, data })))
      await ovoz.stop()
    }
    if (wants('nginx')) {
      if (isInstalled('nginx', '-v')) rows.front.push(...(await measureFront({ bench, data })))
      else process.stderr.write('nginx is not installed here; its lines are left out.\n')
    }
    // Last, because the others read what is there.
    if (wants('submit')) {
      const ovoz = await Ovoz.start(data)
      rows.writes.push(...(await measureSubmissions({ bench, ovoz, data })))
      await ovoz.stop()
    }
  } finally {
    await bench.client.stop()
    await data.dispose()
  }
  return {
    rows: [...rows.reads, ...rows.writes, ...rows.process, ...rows.front],
    raw: bench.raw,
    engine: data.mongo ? 'MongoDB' : 'SQLite (embedded)',
  }
}

const options = readOptions(process.argv.slice(2))
const began = performance.now()
const { rows, raw, engine } = await run(options)
const facts = {
  cores: availableParallelism(),
  node: process.version,
  engine,
  ...options.sizes,
  secondsEachLoad: options.seconds,
  rounds: options.rounds,
  minutes: Math.round((performance.now() - began) / 6000) / 10,
}
const heading = `Ovoz beside its limits: ${facts.cores} cores, Node ${facts.node}, ${engine}; ${facts.articles} articles, ${facts.comments} comments; medians of ${facts.rounds} rounds of ${facts.secondsEachLoad} s`
const table = options.markdown ? toMarkdown(rows) : toText(rows)
process.stdout.write(`\n${heading}\n\n${table}\n`)
mkdirSync(dirname(options.json), { recursive: true })
writeFileSync(options.json, `${JSON.stringify({ facts, rows, raw }, null, 2)}\n`)
process.stdout.write(`\nAll figures: ${options.json}\n`)
process.exit(0)
