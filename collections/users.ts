import type { CollectionConfig } from 'payload'

import { mayModerateAs } from '../src/comments/policy.ts'
import { languageOptions } from '../src/content/fields.ts'
import { DEFAULT_LOCALE } from '../src/contract/index.ts'
import { NOTICES, USUAL_NOTICES } from '../src/moderation-mail/decision.ts'
import { nobody, onlyRoles, ROLES } from '../src/platform/access.ts'
import { label, options, plural } from '../src/platform/labels.ts'
import { settings } from '../src/platform/settings.ts'
import { forgetFactor, keepAnAdmin, leavePages, refuseDeletingLastAdmin } from '../src/staff/hooks.ts'
import { forgiveLogin, throttleLogin, unlock } from '../src/staff/login.ts'
import { askForCode, noteBrowser, noteReset, refuseOwnMail } from '../src/staff/login-hooks.ts'
import { checkNewPassword } from '../src/staff/password-hooks.ts'
import { mayOpenPanel, userAccess } from '../src/staff/policy.ts'
import { forgotPassword, keepDigest, LINK_LASTS, readDigest } from '../src/staff/reset.ts'
import { SESSION_LASTS } from '../src/staff/sessions.ts'
import { signInEndpoints } from '../src/staff/sign-in-endpoints.ts'

const admins = onlyRoles('admin')

export const users: CollectionConfig<'users'> = {
  slug: 'users',
  labels: plural('user', 'users'),
  access: { ...userAccess, admin: mayOpenPanel },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'], group: label('users') },
  auth: {
    useAPIKey: true,
    useSessions: true,
    // Payload's own lock would let anybody keep anybody out: src/staff/login.ts counts in its place.
    maxLoginAttempts: 0,
    tokenExpiration: SESSION_LASTS,
    cookies: { sameSite: 'Strict', secure: settings.PUBLIC_URL.startsWith('https:') },
    forgotPassword: { expiration: LINK_LASTS, minRequestInterval: 0 },
  },
  endpoints: [forgotPassword, unlock, ...signInEndpoints],
  hooks: {
    beforeOperation: [readDigest, refuseOwnMail, throttleLogin, checkNewPassword, noteReset],
    beforeLogin: [askForCode, noteBrowser],
    afterLogin: [forgiveLogin],
    beforeChange: [keepDigest, keepAnAdmin],
    beforeDelete: [refuseDeletingLastAdmin, leavePages],
    afterDelete: [forgetFactor],
  },
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 100 },
    {
      name: 'role',
      type: 'select',
      label: label('role'),
      options: options(...ROLES),
      required: true,
      defaultValue: 'author',
      saveToJWT: true,
      access: { create: admins, update: admins },
    },
    {
      name: 'notices',
      type: 'select',
      label: label('notices'),
      options: options(...NOTICES),
      defaultValue: USUAL_NOTICES,
      admin: { condition: ({ role }) => mayModerateAs(role) },
    },
    // The panel keeps its own language in the browser, where no mail can look it up.
    {
      name: 'mailLanguage',
      type: 'select',
      label: label('mailLanguage'),
      options: languageOptions,
      defaultValue: DEFAULT_LOCALE,
    },
    // Written by src/staff/second-factor.ts, read by the rules of access.
    {
      name: 'hasSecondFactor',
      type: 'checkbox',
      label: label('hasSecondFactor'),
      defaultValue: false,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    {
      name: 'signIn',
      type: 'ui',
      admin: { components: { Field: '/src/admin/sign-in/account-section.tsx#SignInSection' } },
    },
    // Payload's own field; by which family of browsers a session was begun is ours.
    {
      name: 'sessions',
      type: 'array',
      access: { read: nobody, create: nobody, update: nobody },
      fields: [{ name: 'browser', type: 'text' }],
    },
    // An address decides who gets in, and whether it is free tells who is here: administrators keep it.
    {
      name: 'email',
      type: 'email',
      label: label('email'),
      required: true,
      unique: true,
      access: { create: admins, update: admins },
    },
    // A key outlives every session, so an administrator hands it out. Payload adds the rest of the field.
    {
      name: 'apiKey',
      type: 'text',
      label: label('apiKey'),
      access: { read: nobody, create: admins, update: admins },
    },
  ],
}
