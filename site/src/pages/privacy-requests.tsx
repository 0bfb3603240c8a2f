import { linksIn } from '../links.ts'
import type { Asking, Page } from '../page.ts'

const KINDS = ['copy', 'erase'] as const
export type PrivacyKind = (typeof KINDS)[number]

/** What the form comes back with that was not taken. */
export type ReturnedRequest = { email: string; kind: string; fault: string }

export const readKind = (text: string | null) => KINDS.find((one) => one === text) ?? null

/** Where the form is, and where one is who has sent it. */
export const pathOf = (locale: Asking['locale'], isDone = false) =>
  linksIn(locale).privacyRequests(isDone ? { done: 1 } : {})

function Form({ asking: { t, locale, returned } }: { asking: Asking }) {
  const { email = '', kind = '', fault } = returned?.privacy ?? {}
  return (
    <form class="request-form" method="post" action={pathOf(locale)}>
      {fault && (
        <p class="fault" id="request-fault" role="alert">
          {fault}
        </p>
      )}
      <label for="email">{t('privacy-email')}</label>
      <input
        id="email"
        name="email"
        type="email"
        value={email}
        required
        maxlength={254}
        autocomplete="email"
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? 'request-fault email-hint' : 'email-hint'}
      />
      <p class="quiet" id="email-hint">
        {t('privacy-email-hint')}
      </p>
      <fieldset>
        <legend>{t('privacy-kind')}</legend>
        {KINDS.map((one) => (
          <label>
            <input type="radio" name="kind" value={one} required checked={kind === one} />
            {t(`privacy-${one}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit">{t('privacy-send')}</button>
    </form>
  )
}

/** Where readers ask for a copy of what is kept about them, or to be forgotten. */
export async function privacyRequests(asking: Asking): Promise<Page> {
  const { t, query } = asking
  const isDone = query.has('done')
  return {
    title: t('privacy-requests'),
    description: t('privacy-requests-text'),
    isNoIndex: isDone,
    body: (
      <div class="list request-page">
        <h1>{t('privacy-requests')}</h1>
        {isDone ? (
          <p role="status">{t('privacy-taken')}</p>
        ) : (
          <>
            <p>{t('privacy-requests-text')}</p>
            <Form asking={asking} />
          </>
        )}
      </div>
    ),
  }
}
