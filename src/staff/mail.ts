import { settings } from '../platform/settings.ts'

type Reset = { token?: string }

const address = (token = '') => `${settings.PUBLIC_URL}/admin/reset/${encodeURIComponent(token)}`

const WORDS = {
  subject: 'Ovoz: a new password / новый пароль / рамзи нав',
  lines: [
    'Somebody, we hope you, asked for a new password. Open this address within an hour to choose one. Otherwise do nothing.',
    'Кто-то, надеемся вы, запросил новый пароль. Откройте этот адрес в течение часа, чтобы выбрать его. Иначе ничего не делайте.',
    'Касе, умедворем шумо, рамзи нав дархост кард. Барои интихоби он ин суроғаро дар давоми як соат кушоед. Дар акси ҳол коре накунед.',
  ],
}

/** The mail that lets staff back in: the link is made from PUBLIC_URL, never from what a request says of itself. */
export const resetMail = {
  expiration: 60 * 60_000,
  generateEmailSubject: () => WORDS.subject,
  generateEmailHTML: (args?: Reset) =>
    [
      ...WORDS.lines.map((line) => `<p>${line}</p>`),
      `<p><a href="${address(args?.token)}">${address(args?.token)}</a></p>`,
    ].join('\n'),
}
