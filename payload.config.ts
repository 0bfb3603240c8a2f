import { join } from 'node:path'

import { buildConfig } from 'payload'
import sharp from 'sharp'

import { awaiting } from './collections/awaiting.ts'
import { audit } from './collections/audit.ts'
import { commentPrivate } from './collections/comment-private.ts'
import { comments } from './collections/comments.ts'
import { consents } from './collections/consents.ts'
import { deliveries } from './collections/deliveries.ts'
import { erasures } from './collections/erasures.ts'
import { events } from './collections/events.ts'
import { formerSlugs } from './collections/former-slugs.ts'
import { ledger } from './collections/ledger.ts'
import { mails } from './collections/mails.ts'
import { media } from './collections/media.ts'
import { moderatorMail } from './collections/moderator-mail.ts'
import { notices } from './collections/notices.ts'
import { organizations } from './collections/organizations.ts'
import { people } from './collections/people.ts'
import { posts } from './collections/posts.ts'
import { privacyRequests } from './collections/privacy-requests.ts'
import { quotes } from './collections/quotes.ts'
import { readerLinks } from './collections/reader-links.ts'
import { reports } from './collections/reports.ts'
import { sealKeys } from './collections/seal-keys.ts'
import { secondFactors } from './collections/second-factors.ts'
import { spamLessons } from './collections/spam-lessons.ts'
import { spamModel } from './collections/spam-model.ts'
import { tags } from './collections/tags.ts'
import { threats } from './collections/threats.ts'
import { upcoming } from './collections/upcoming.ts'
import { users } from './collections/users.ts'
import { webhooks } from './collections/webhooks.ts'
import { discussion } from './globals/discussion.ts'
import { privacy } from './globals/privacy.ts'
import { site } from './globals/site.ts'
import { spam } from './globals/spam.ts'
import { panelLanguages } from './src/admin/tajik/languages.ts'
import { refuseUnscheduling } from './src/content/hooks.ts'
import { dropAnswers, watchedGlobal } from './src/content/drops.ts'
import { keepFormerSlug } from './src/content/former.ts'
import { watched } from './src/content/watch.ts'
import { deskEndpoints } from './src/desk/endpoints.ts'
import { DEFAULT_LOCALE, LOCALE_NAMES, LOCALES } from './src/contract/index.ts'
import { hasRole, isStaff } from './src/platform/access.ts'
import { accessEndpoint, guarded, guardedGlobal, guardOwnCollections } from './src/platform/collection.ts'
import { databaseAdapter } from './src/platform/database.ts'
import { tellParticulars } from './src/platform/error-answers.ts'
import { limitsRule } from './src/platform/graphql.ts'
import { logger } from './src/platform/log.ts'
import { mailAdapter } from './src/platform/mail.ts'
import { panelOrigins } from './src/platform/origins.ts'
import { secrets } from './src/platform/secrets.ts'
import { settings } from './src/platform/settings.ts'
import { privacyEndpoints } from './src/privacy/endpoints.ts'
import { indexForSearch } from './src/search/hooks.ts'
import { tellWebhooks } from './src/webhooks/hooks.ts'
import { showsPreview } from './src/preview/panel.ts'

const root = process.cwd()

export default guardOwnCollections(
  buildConfig({
    secret: secrets.PAYLOAD_SECRET,
    // On one's own machine the panel answers by any of its names, so it calls itself by none.
    serverURL: settings.isLocal ? '' : settings.PUBLIC_URL,
    csrf: panelOrigins(),
    cors: [],
    db: await databaseAdapter(),
    email: mailAdapter(),
    logger,
    sharp,
    telemetry: false,
    // What a request did wrong is told to whoever sent it; the log is for what we did wrong.
    loggingLevels: {
      APIError: 'debug',
      AuthenticationError: 'info',
      Forbidden: 'debug',
      NotFound: 'debug',
      ValidationError: 'debug',
    },
    collections: [
      ...[showsPreview(posts), showsPreview(events), quotes, people, organizations, tags, media].map(
        watched([dropAnswers, keepFormerSlug, tellWebhooks, indexForSearch]),
      ),
      comments,
      audit,
      users,
      secondFactors,
      commentPrivate,
      consents,
      notices,
      readerLinks,
      formerSlugs,
      ledger,
      webhooks,
      deliveries,
      upcoming,
      mails,
      awaiting,
      moderatorMail,
      reports,
      sealKeys,
      threats,
      privacyRequests,
      erasures,
      spamLessons,
      spamModel,
    ].map(guarded),
    globals: [site, discussion, privacy, spam].map(watchedGlobal).map(guardedGlobal),
    endpoints: [accessEndpoint, ...deskEndpoints, ...privacyEndpoints],
    hooks: { afterError: [tellParticulars] },
    localization: {
      locales: LOCALES.map((code) => ({ code, label: LOCALE_NAMES[code] })),
      defaultLocale: DEFAULT_LOCALE,
      fallback: true,
    },
    i18n: panelLanguages,
    jobs: {
      deleteJobOnComplete: true,
      access: {
        run: ({ req }) => hasRole(req, 'admin'),
        queue: ({ req }) => isStaff(req),
        cancel: ({ req }) => hasRole(req, 'admin'),
      },
      jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
        ...defaultJobsCollection,
        access: {
          create: () => false,
          read: ({ req }) => hasRole(req, 'admin'),
          update: () => false,
          delete: ({ req }) => hasRole(req, 'admin'),
        },
      }),
    },
    graphQL: {
      disablePlaygroundInProduction: true,
      // The rule below decides, by a setting.
      disableIntrospectionInProduction: false,
      maxComplexity: 500,
      validationRules: ({ variableValues }) => [
        limitsRule({
          variables: variableValues ?? {},
          isIntrospectable: settings.GRAPHQL_INTROSPECTION === 'on',
        }),
      ],
    },
    upload: { abortOnLimit: true, limits: { fileSize: 25 * 1024 * 1024 } },
    defaultDepth: 1,
    maxDepth: 4,
    admin: {
      user: users.slug,
      dateFormat: 'd MMM yyyy, HH:mm',
      importMap: { baseDir: root },
      meta: { titleSuffix: ' · Ovoz' },
      // Initials drawn here: the usual service would learn a digest of every address.
      avatar: 'default',
      components: {
        beforeNavLinks: ['/src/admin/desk/nav-link.tsx#DeskNavLink'],
        afterNavLinks: ['/src/admin/privacy/requests-view.tsx#PrivacyNavLink'],
        views: {
          login: { Component: '/src/admin/sign-in/login-view.tsx#LoginView' },
          secondFactor: {
            Component: '/src/admin/sign-in/set-up-view.tsx#SetUpView',
            path: '/second-factor',
            exact: true,
            meta: { title: 'Second factor' },
          },
          moderation: {
            Component: '/src/admin/desk/view.tsx#DeskView',
            path: '/moderation',
            meta: { title: 'Moderation' },
          },
          privacyKept: {
            Component: '/src/admin/privacy/kept-view.tsx#PrivacyKeptView',
            path: '/privacy',
            exact: true,
            meta: { title: 'Privacy' },
          },
          privacyRequests: {
            Component: '/src/admin/privacy/requests-view.tsx#PrivacyRequestsView',
            path: '/privacy-requests',
            meta: { title: 'Privacy requests' },
          },
        },
        beforeDashboard: ['/src/dashboard/panel.tsx#Dashboard'],
        graphics: { Icon: '/src/admin/graphics.tsx#Icon', Logo: '/src/admin/graphics.tsx#Logo' },
      },
    },
    typescript: { autoGenerate: false, outputFile: join(root, 'src/payload-types.ts') },
  }),
  { 'payload-jobs': refuseUnscheduling },
)
