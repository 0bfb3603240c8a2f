import type { PrivacyReceipt, PrivacyRequest } from './privacy.ts'

const copy: PrivacyRequest = { email: 'dilbar@reader.example', kind: 'copy', locale: 'tg' }
const erase: PrivacyRequest = { email: 'nigora@reader.example', kind: 'erase' }
const receipt: PrivacyReceipt = {
  message: 'If we keep anything about this address, a mail with a link is on its way to it.',
}

export const PRIVACY_EXAMPLES = {
  PrivacyRequest: { copy, erase },
  PrivacyReceipt: { en: receipt },
}
