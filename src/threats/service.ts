import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { Kept } from '../comments/bulk-store.ts'
import { moveMany, type Outcome } from '../comments/bulk.ts'
import { findSealed } from '../comments/locks.ts'
import { readAddresses } from '../comments/store.ts'
import { DEFAULT_LOCALE, type Locale, LOCALES } from '../contract/index.ts'
import { writeDown } from '../desk/audit.ts'
import { aboutComment } from '../mail/about.ts'
import { markup } from '../mail/html.ts'
import { renderMail } from '../mail/render.ts'
import { queueMail, takeBackComments } from '../mail/service.ts'
import { changeRows } from '../platform/change-rows.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { staffWord } from '../platform/staff-words.ts'
import { inOne } from '../platform/transaction.ts'
import * as store from './store.ts'
import { THREAT_WORDS } from './words.ts'

type Act = { req: PayloadRequest; now: Date }

/** What is sealed of a comment. */
export type Evidence = Pick<
  Kept,
  'id' | 'thread' | 'name' | 'url' | 'body' | 'locale' | 'createdAt' | 'editedAt' | 'moves'
> & { email: string | null; network: string | null }

/** What a moderator asks for. */
export type ThreatAsk = {
  id: string
  revision: number
  /** A note for the evidence; never told to the writer. */
  why?: string | undefined
  /** Ids of users who are told by mail. */
  tell: string[]
  /** Whether the text stands in that mail. */
  withText: boolean
}

/**
 * Seals a comment as a threat: into the trash, its evidence kept, those named told, in one transaction.
 * @returns what became of it, as of any move
 * @throws Refusal `conflict` where it is sealed already
 */
export async function sealThreat({ asked, now, req }: Act & { asked: ThreatAsk }): Promise<Outcome> {
  const { payload } = req
  await refuseSealed({ id: asked.id, req })
  const people = asked.tell.length ? await store.findPeople({ payload, ids: asked.tell }) : []
  // The address and the text as they are before anything is moved.
  const email = (await readAddresses({ payload, ids: [asked.id] })).get(asked.id) ?? null
  const [outcome] = await moveMany({
    wanted: [{ id: asked.id, seen: asked.revision, to: 'trash' }],
    isThreat: true,
    now,
    req,
    also: async ([done]) => {
      if (done?.kind !== 'moved' && done?.kind !== 'stayed') return
      // Somebody may have sealed it since we looked, and what is in the trash already is not moved, so no revision tells.
      await refuseSealed({ id: asked.id, req })
      if (done.kind === 'stayed') await touch({ id: asked.id, now, req })
      await keepEvidence({ kept: done.kept, email, asked, people, now, req })
    },
  })
  return outcome!
}

async function refuseSealed({ id, req }: { id: string; req: PayloadRequest }) {
  if ((await findSealed({ payload: req.payload, ids: [id], req })).size)
    throw new Refusal('conflict', { private: 'It is sealed already.' })
}

/** Writes the comment itself, so that on MongoDB whoever is just erasing it crosses us and looks again. */
const touch = ({ id, now, req }: Act & { id: string }) =>
  changeRows({
    req,
    collection: 'comments',
    where: { field: 'id', values: [id] },
    data: { updatedAt: now },
  })

async function keepEvidence({
  kept,
  email,
  asked,
  people,
  now,
  req,
}: Act & { kept: Kept; email: string | null; asked: ThreatAsk; people: store.Person[] }) {
  const { id, thread, name, url, body, locale, createdAt, editedAt, moves } = kept
  const network = await store.findNetwork({ req, comment: id })
  const evidence: Evidence = {
    id,
    thread,
    name,
    url,
    body,
    locale,
    createdAt,
    editedAt,
    moves,
    email,
    network,
  }
  const { seq } = await store.append({
    req,
    entry: {
      kind: 'sealed',
      comment: id,
      thread,
      ...whoOf(req),
      why: asked.why || null,
      at: now.toISOString(),
      evidence: JSON.stringify(evidence),
    },
  })
  await writeDown({
    req,
    entries: [{ act: 'threat', comment: id, thread, to: 'trash', why: asked.why || null }],
  })
  // Before anybody is told: what tells them is about the same comment.
  await takeBackComments({ ids: [id], req })
  for (const person of people)
    await tell({ person, seq, comment: id, body: asked.withText ? body : null, now, req })
}

const whoOf = ({ user }: PayloadRequest) => ({
  by: user?.name ?? 'system',
  byId: user ? String(user.id) : null,
})

const localeOf = (code: string | null | undefined): Locale =>
  LOCALES.find((one) => one === code) ?? DEFAULT_LOCALE

async function tell({
  person,
  seq,
  comment,
  body,
  now,
  req,
}: Act & { person: store.Person; seq: number; comment: string; body: string | null }) {
  const locale = localeOf(person.mailLanguage)
  const words = THREAT_WORDS[locale]
  const { text, html } = renderMail({
    locale,
    title: words.subject,
    paragraphs: [
      words.told(whoOf(req).by),
      words.hidden,
      words.care,
      ...(body === null ? [] : [words.textIs, { quote: body }]),
    ],
    footer: [words.footer],
  })
  const once = `threat/${seq}/${person.id}`
  await queueMail({
    payload: req.payload,
    req,
    now,
    mail: {
      kind: 'threat',
      once,
      to: person.email,
      locale,
      subject: words.subject,
      text,
      html,
      about: [aboutComment(comment)],
    },
  })
}

/**
 * Releases what was sealed: its evidence is forgotten, and the comment is erased as anything else in the trash from then
 * on. For administrators.
 * @throws Refusal `not-found`, `conflict` where it was released before
 */
export async function releaseThreat({ id, why, now, req }: Act & { id: string; why: string }) {
  await inOne(req, async () => {
    // Within the transaction: of two at once the second one finds it released.
    const entry = await store.findEntry({ payload: req.payload, id, req })
    if (!entry || entry.kind !== 'sealed') throw new Refusal('not-found')
    if (entry.releasedAt) throw new Refusal('conflict')
    const { comment, thread } = entry
    const at = now.toISOString()
    await store.markReleased({ req, id, at })
    await store.append({
      req,
      entry: { kind: 'released', comment, thread, ...whoOf(req), why, at, evidence: null },
    })
    await writeDown({ req, entries: [{ act: 'release', comment, thread, why }] })
  })
}

/**
 * The evidence as it is handed to the police: JSON with its digest, or a page to read and print. Written down who took it.
 * @throws Refusal `not-found`, `gone` where it was released: nothing is left to hand out
 */
export async function exportThreat({
  id,
  locale,
  format,
  now,
  req,
}: Act & { id: string; locale: Locale; format: 'json' | 'html' }): Promise<{ type: string; body: string }> {
  const { payload } = req
  const entry = await store.findEntry({ payload, id })
  if (entry?.releasedAt) throw new Refusal('gone', { detail: staffWord(req, 'threat-released') })
  if (!entry?.evidence) throw new Refusal('not-found')
  const brokenAt = await store.findTampered({ payload })
  const evidence = JSON.parse(entry.evidence) as Evidence
  const sha256 = createHash('sha256').update(entry.evidence).digest('hex')
  await writeDown({
    req,
    entries: [{ act: 'export', comment: entry.comment, thread: entry.thread, to: format }],
  })
  const { seq, by, at, why, chain } = entry
  const about = { seq, sealedBy: by, sealedAt: at, note: why, exportedAt: now.toISOString() }
  if (format === 'json')
    return {
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(
        { ...about, site: settings.PUBLIC_URL, chain, chainBrokenAt: brokenAt, sha256, evidence },
        null,
        2,
      ),
    }
  const words = THREAT_WORDS[locale]
  const { facts } = words
  const rows: [string, string | null][] = [
    [facts.comment, evidence.id],
    [facts.page, `${settings.SITE_URL} ${evidence.thread}`],
    [facts.name, evidence.name],
    [facts.address, evidence.email],
    [facts.site, evidence.url],
    [facts.network, evidence.network],
    [facts.written, evidence.createdAt],
    [facts.edited, evidence.editedAt],
    [facts.sealedAt, at],
    [facts.sealedBy, by],
    [facts.why, why],
    [words.digest, sha256],
  ]
  const page = markup`<html lang="${locale}"><head><meta charset="utf-8"><title>${words.title}</title></head><body>
    <h1>${words.title}</h1>
    <p>${brokenAt === null ? words.whole : `${words.broken} ${brokenAt}`}</p>
    <table>${rows.map(([name, value]) => markup`<tr><th align="left">${name}</th><td>${value || words.none}</td></tr>`)}</table>
    <h2>${words.text}</h2><blockquote style="white-space:pre-wrap">${evidence.body}</blockquote>
    <h2>${words.history}</h2>
    <ol>${evidence.moves.map((move) => markup`<li>${`${move.at} · ${move.from ?? ''} → ${move.to} · ${move.by}`}</li>`)}</ol>
    </body></html>`
  return { type: 'text/html; charset=utf-8', body: `<!doctype html>${String(page)}` }
}
