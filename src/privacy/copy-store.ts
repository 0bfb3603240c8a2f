import type { Payload } from 'payload'

import { pick } from '../content/locales.ts'
import { publicWhere } from '../content/policy.ts'
import type { Locale } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { settings } from '../platform/settings.ts'
import type { Copy, OwnComment, Page } from './copy.ts'
import { findOwnIds, mailsAbout, ofWriter } from './known.ts'
import { all, type Person } from './store.ts'

const time = (value: string | null | undefined) => value ?? null

/** The public pages of some threads (`posts/<id>`), each with its title. */
async function findPages({
  payload,
  threads,
  locale,
  now,
}: {
  payload: Payload
  threads: string[]
  locale: Locale
  now: Date
}): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  for (const type of ['posts', 'events'] as const) {
    const ids = [...new Set(threads)].flatMap((one) =>
      one.startsWith(`${type}/`) ? [one.slice(type.length + 1)] : [],
    )
    if (!ids.length) continue
    const { docs } = await payload.find({
      collection: type,
      where: { and: [{ id: { in: ids } }, ...publicWhere(type, now)] },
      select: { slug: true, title: true },
      locale: 'all',
      ...all,
    })
    for (const { id, slug, title } of docs)
      pages.set(`${type}/${id}`, {
        title: pick(title, locale) ?? '',
        url: `${settings.SITE_URL}/${type}/${slug}`,
      })
  }
  return pages
}

/** Gathers all that is kept about the owner of an address. */
export async function makeCopy({
  payload,
  person: { writer, email, locale },
  now,
}: {
  payload: Payload
  person: Person
  now: Date
}): Promise<Copy> {
  const ids = await findOwnIds({ payload, writer })
  const own = { where: ofWriter(writer), ...all }
  const byIds = { where: { id: { in: ids } }, sort: 'createdAt', ...all }
  const comments = ids.length ? (await payload.find({ collection: 'comments', ...byIds })).docs : []
  const parents = [...new Set(comments.flatMap(({ parent }) => idOf(parent) ?? []))]
  const answered = (
    await payload.find({
      collection: 'comments',
      // What the public does not see of others is theirs.
      where: { and: [{ id: { in: parents } }, { visibility: { equals: 'shown' } }] },
      select: { name: true },
      ...all,
    })
  ).docs
  const beside = new Map(
    (await payload.find({ collection: 'comment-private', ...own })).docs.map((doc) => [doc.comment, doc]),
  )
  const consents = (await payload.find({ collection: 'consents', ...own })).docs
  const notices = (await payload.find({ collection: 'notices', sort: 'createdAt', ...own })).docs
  const links = (await payload.find({ collection: 'reader-links', sort: 'expiresAt', ...own })).docs
  const mails = (
    await payload.find({ collection: 'mails', where: mailsAbout(writer), sort: 'createdAt', ...all })
  ).docs
  const threads = [
    ...comments.map(({ thread }) => String(thread)),
    ...[...notices, ...links].map(({ thread }) => thread),
    ...consents.map(({ scope }) => scope),
  ]
  const pages = await findPages({ payload, threads, locale, now })
  const pageOf = (thread: string) => pages.get(thread) ?? null
  const nameOf = new Map(answered.map(({ id, name }) => [String(id), name ?? '']))
  return {
    madeAt: now.toISOString(),
    email,
    comments: comments.map((doc): OwnComment => {
      const parent = idOf(doc.parent)
      const name = parent === null ? undefined : nameOf.get(parent)
      return {
        id: String(doc.id),
        on: pageOf(String(doc.thread)),
        state: doc.status,
        name: doc.name ?? '',
        url: doc.url ?? null,
        text: doc.body,
        locale: doc.locale ?? null,
        createdAt: doc.createdAt,
        editedAt: time(doc.editedAt),
        withdrawnAt: time(doc.withdrawnAt),
        answers: parent === null ? null : { id: parent, name: name ?? '' },
        reasons: notices.flatMap(({ comment, kind, why }) =>
          comment === doc.id && kind === 'removed' && why ? [why] : [],
        ),
        notify: beside.get(String(doc.id))?.notify ?? 'none',
        hasNetworkMark: Boolean(beside.get(String(doc.id))?.network),
      }
    }),
    subscriptions: consents.map(({ scope, askedAt, confirmedAt, stoppedAt }) => ({
      of: scope === 'all' ? scope : pageOf(scope),
      askedAt: time(askedAt),
      confirmedAt: time(confirmedAt),
      stoppedAt: time(stoppedAt),
    })),
    links: links.map(({ allows, thread, expiresAt }) => ({ kind: allows, on: pageOf(thread), expiresAt })),
    notices: notices.map(({ kind, thread, comment, createdAt, toldAt }) => ({
      kind,
      on: pageOf(thread),
      comment,
      createdAt,
      toldAt: time(toldAt),
    })),
    mails: mails.map(({ kind, status, createdAt, sentAt }) => ({
      kind,
      status,
      createdAt,
      sentAt: time(sentAt),
    })),
    reports: [],
  }
}
