'use client'

import { useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { privacyWords } from './words.ts'

/** On the page of a comment, for administrators: to what can be done in the name of its writer. */
export function PrivacyLink() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { user } = useAuth<{ id: string; collection: 'users'; role?: string }>()
  if (!id || user?.role !== 'admin') return null
  return (
    <a
      href={`${config.routes.admin}/privacy-requests?comment=${encodeURIComponent(String(id))}`}
      style={{ alignSelf: 'center' }}
    >
      {privacyWords(i18n.language).thisWriter}
    </a>
  )
}
