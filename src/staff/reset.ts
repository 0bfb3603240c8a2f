import {
  addDataAndFileToRequest,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type Payload,
} from 'payload'

import { DEFAULT_LOCALE } from '../contract/index.ts'
import { renderMail } from '../mail/render.ts'
import { queueMail } from '../mail/service.ts'
import { digestOf, vault } from '../platform/crypto.ts'
import { claim } from '../platform/ledger.ts'
import { settings } from '../platform/settings.ts'

/** How long a link lets somebody back in, and how long until another one is sent to the same address. */
export const LINK_LASTS = 60 * 60_000
const PAUSE = 60_000

const TITLE = 'Ovoz: a new password / новый пароль / рамзи нав'
const BUTTON = 'New password / Новый пароль / Рамзи нав'
const LINES = [
  'Somebody, we hope you, asked for a new password. Open this address within an hour to choose one. Otherwise do nothing.',
  'Кто-то, надеемся вы, запросил новый пароль. Откройте этот адрес в течение часа, чтобы выбрать его. Иначе ничего не делайте.',
  'Касе, умедворем шумо, рамзи нав дархост кард. Барои интихоби он ин суроғаро дар давоми як соат кушоед. Дар акси ҳол коре накунед.',
]

/** A token as Payload makes it: 20 random bytes. */
const FRESH = /^[\da-f]{40}$/

/** Of the token of a link, the database keeps the digest: whoever reads it there cannot use it. */
export const keepDigest: CollectionBeforeChangeHook = ({ data }) =>
  FRESH.test(String(data.resetPasswordToken ?? ''))
    ? { ...data, resetPasswordToken: digestOf(data.resetPasswordToken) }
    : data

/** Looks for the digest of the token that somebody brings, and for nothing else. */
export const readDigest: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { data } = args as { data?: { token?: unknown } }
  // In its place: the operation has taken its data already.
  if (operation === 'resetPassword' && data) data.token = digestOf(String(data.token ?? ''))
  return args
}

async function sendLink({ payload, email }: { payload: Payload; email: string }) {
  const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
  if (!token) return
  // From PUBLIC_URL, never from what a request says of itself.
  const link = `${settings.PUBLIC_URL}/admin/reset/${token}`
  const mail = renderMail({
    locale: DEFAULT_LOCALE,
    title: TITLE,
    paragraphs: LINES,
    actions: [{ text: BUTTON, url: link }],
  })
  await queueMail({
    payload,
    mail: {
      ...mail,
      kind: 'password-link',
      once: `password ${token}`,
      to: email,
      locale: DEFAULT_LOCALE,
      subject: TITLE,
      until: new Date(Date.now() + LINK_LASTS),
    },
  })
}

/**
 * `POST /api/users/forgot-password` `{email}`, in the place of Payload's own, which sends while it holds the
 * database and tells by time and status who is known. This one answers at once and alike, whoever is named; the outbox
 * sends.
 */
export const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { payload } = req
    const email = typeof req.data?.email === 'string' ? req.data.email.toLowerCase().trim().slice(0, 254) : ''
    const { isMine } = await claim({
      payload,
      key: `reset:${vault.index('reset', email)}`,
      milliseconds: PAUSE,
    })
    if (isMine && email) {
      sendLink({ payload, email }).catch((err: unknown) =>
        payload.logger.error({ err, msg: 'A link for a new password could not be queued.' }),
      )
    }
    return Response.json({ message: req.t('general:success') })
  },
}
