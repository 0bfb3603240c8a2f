import type { AdminViewServerProps } from 'payload'

import { LOCALES } from '../../contract/index.ts'
import { hasRole } from '../../platform/access.ts'
import { readPublicRules } from '../../retention/service.ts'
import { StaffView } from '../staff-view.tsx'
import { PrivacyRequests } from './requests.tsx'

const WORDS = {
  en: {
    title: 'What is kept about readers',
    lead: 'Made from the table by which it is erased every night. The site says the same to its readers.',
    what: 'What',
    why: 'Why',
    kept: 'How long',
    change: 'Change the days',
    forbidden: 'This page is for those who work here.',
  },
  ru: {
    title: 'Что хранится о читателях',
    lead: 'Составлено по той же таблице, по которой каждую ночь всё стирается. Сайт говорит читателям то же самое.',
    what: 'Что',
    why: 'Зачем',
    kept: 'Как долго',
    change: 'Изменить сроки',
    forbidden: 'Эта страница для тех, кто здесь работает.',
  },
  tg: {
    title: 'Дар бораи хонандагон чӣ нигоҳ дошта мешавад',
    lead: 'Аз рӯи ҳамон ҷадвале сохта шудааст, ки ҳар шаб аз рӯи он нест карда мешавад. Сомона ба хонандагон ҳаминро мегӯяд.',
    what: 'Чӣ',
    why: 'Барои чӣ',
    kept: 'То кай',
    change: 'Тағйири муҳлатҳо',
    forbidden: 'Ин саҳифа барои онҳоест, ки дар ин ҷо кор мекунанд.',
  },
}

const CELL = {
  borderBottom: '1px solid var(--theme-elevation-150)',
  padding: '0.6rem 0.75rem 0.6rem 0',
} as const

/** `/admin/privacy`: for all staff to read and print; administrators find the way to change it. */
export async function PrivacyKeptView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { admin } = req.payload.config.routes
  const locale = LOCALES.find((one) => one === req.i18n.language) ?? 'en'
  const words = WORDS[locale]
  const mayRead = Boolean(permissions.globals?.privacy?.read)
  const mayChange = Boolean(permissions.globals?.privacy?.update)
  const { items } = await readPublicRules({ payload: req.payload, locale })
  return (
    <StaffView path="/privacy" view={view}>
      <style>
        {
          '@media print { .privacy-requests, aside, header, nav, .app-header, .template-default__nav-toggler-wrapper { display: none !important } }'
        }
      </style>
      <div lang={locale}>
        {mayRead ? (
          <>
            <h1>{words.title}</h1>
            <p>
              {words.lead} {mayChange && <a href={`${admin}/globals/privacy`}>{words.change}</a>}
            </p>
            <table
              style={{ borderCollapse: 'collapse', marginTop: '1rem', textAlign: 'left', width: '100%' }}
            >
              <thead>
                <tr>
                  {[words.what, words.why, words.kept].map((name) => (
                    <th key={name} scope="col" style={CELL}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, what, why, kept }) => (
                  <tr key={id} style={{ breakInside: 'avoid', verticalAlign: 'top' }}>
                    <th scope="row" style={{ ...CELL, fontWeight: 'inherit' }}>
                      {what}
                    </th>
                    <td style={CELL}>{why}</td>
                    <td style={CELL}>{kept}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {hasRole(req, 'admin') && (
              <div className="privacy-requests">
                <PrivacyRequests />
              </div>
            )}
          </>
        ) : (
          <p>{words.forbidden}</p>
        )}
      </div>
    </StaffView>
  )
}
