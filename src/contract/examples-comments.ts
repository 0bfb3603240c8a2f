import type {
  Comment,
  FormTokenAnswer,
  OwnComment,
  Receipt,
  Report,
  ReportReceipt,
  Submission,
  Thread,
} from './comments.ts'

const on = 'posts/water-by-day'

const comment: Comment = {
  id: '0193508f-2c4e-7c6b-9f01-6d7f5a2b8c10',
  on,
  parent: null,
  author: { name: 'Дилбар', url: null, isStaff: false, avatarSeed: '4f1c0a77be21' },
  html: '<p>Дар деҳаи мо ҳам ҳамин тавр аст: обро шабона медиҳанд.</p>',
  text: 'Дар деҳаи мо ҳам ҳамин тавр аст: обро шабона медиҳанд.',
  locale: 'tg',
  createdAt: '2026-11-20T10:12:00.000Z',
  editedAt: null,
  isRemoved: false,
  replyCount: 1,
  replies: [
    {
      id: '01935092-81aa-7b1d-8d55-0f0e2b6c7d21',
      on,
      parent: '0193508f-2c4e-7c6b-9f01-6d7f5a2b8c10',
      author: { name: 'Редакция', url: null, isStaff: true, avatarSeed: '90be33c5d7a4' },
      html: '<p>Спасибо! Расскажете нам, как у вас делят воду?</p>',
      text: 'Спасибо! Расскажете нам, как у вас делят воду?',
      locale: 'ru',
      createdAt: '2026-11-20T11:40:00.000Z',
      editedAt: null,
      isRemoved: false,
      replyCount: 0,
      replies: [],
    },
  ],
}

/** Taken away by its writer; it stands where it stood because it was answered. */
const removed: Comment = {
  ...comment,
  id: '01935111-0c2b-7f4e-a1b2-3c4d5e6f7a88',
  author: { name: '', url: null, isStaff: false, avatarSeed: 'c1d4f2a6b803' },
  html: '',
  text: '',
  isRemoved: true,
  replyCount: 1,
  replies: [{ ...comment.replies[0]!, parent: '01935111-0c2b-7f4e-a1b2-3c4d5e6f7a88' }],
}

const own: OwnComment = {
  ...comment,
  id: '0193ac10-55aa-7d10-bb01-77aa22cc44ee',
  author: { name: 'Nigora', url: 'https://nigora.example', isStaff: false, avatarSeed: '17ab93e0cd52' },
  html: '<p>Thank you. My mother watered at night for twenty years.</p>',
  text: 'Thank you. My mother watered at night for twenty years.',
  locale: 'en',
  createdAt: '2026-11-21T07:00:00.000Z',
  replyCount: 0,
  replies: [],
  status: 'pending',
}

const thread: Thread = {
  on,
  total: 3,
  open: true,
  closedReason: null,
  notice: null,
  requires: { name: true, email: true },
  limits: { name: 80, email: 254, url: 2000, body: 5000 },
  items: [comment, removed],
  nextCursor: null,
}
const closed: Thread = {
  ...thread,
  total: 0,
  open: false,
  closedReason: 'Комментарии к этой статье закрыты.',
  items: [],
}

const held: Thread = {
  ...thread,
  notice: 'Today we read every comment before it is published. Thank you for your patience.',
}

const submission: Submission = {
  on,
  name: 'Nigora',
  email: 'nigora@example.org',
  url: 'https://nigora.example',
  body: 'Thank you. My mother watered at night for twenty years.',
  locale: 'en',
}
const answer: Submission = {
  on,
  parent: comment.id,
  name: 'Сабоҳат',
  email: 'sabohat@example.org',
  body: 'Дар деҳаи мо занон худашон рӯйхат тартиб доданд.',
  locale: 'tg',
  notify: 'replies',
}

const receipt: Receipt = {
  id: own.id,
  status: 'pending',
  message: 'Thank you. Your comment will be visible once a moderator has read it.',
  manageToken: 'mVQ1nYb0m1q3o5tq7u9w-EXAMPLE-2dGk4h6j8l0n',
}
const receiptRu: Receipt = {
  ...receipt,
  status: 'approved',
  message: 'Спасибо. Ваш комментарий опубликован.',
}

const report: Report = {
  reason: 'private',
  note: 'Дар ин ҷо рақами телефони ҳамсояам навишта шудааст.',
  locale: 'tg',
}
const reportReceipt: ReportReceipt = {
  message: 'Thank you. Those who moderate will look at this comment.',
}

const formToken: FormTokenAnswer = {
  formToken: '1795534800000.EXAMPLEexample16.EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EXA',
  altcha: {
    parameters: {
      algorithm: 'PBKDF2/SHA-256',
      cost: 1000,
      data: { on },
      expiresAt: 1795538400,
      keyLength: 32,
      keyPrefix: '8f1d3b5a7c9e0f2143658709badcfe10',
      keySignature: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
      nonce: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
      salt: '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
    },
    signature: '7c211433f02071597741e6ff5a8ea34789abbf43c211433f02071597741e6ff5',
  },
}

/** Whole examples of questions and answers, by the name of their schema in the document. */
export const COMMENT_EXAMPLES = {
  Thread: { tg: thread, held, closed },
  SingleComment: {
    tg: {
      ...comment,
      jsonLd: {
        '@context': 'https://schema.org' as const,
        '@type': 'Comment',
        text: comment.text,
        author: { '@type': 'Person', name: comment.author.name },
        dateCreated: comment.createdAt,
      },
    },
    removed: { ...removed, jsonLd: { '@context': 'https://schema.org' as const, '@type': 'Comment' } },
  },
  OwnComment: { en: own, approved: { ...own, status: 'approved' as const } },
  Counts: { en: { counts: { 'posts/water-by-day': 3, 'events/forum-of-rural-women-2026': 0 } } },
  Submission: { en: submission, answer },
  Receipt: { en: receipt, ru: receiptRu },
  Report: { tg: report, short: { reason: 'spam' } },
  ReportReceipt: { en: reportReceipt },
  FormToken: { en: formToken, 'no-work': { formToken: formToken.formToken } },
  Edit: {
    en: { body: 'Thank you. My mother watered at night for thirty years.', locale: 'en' as const },
  },
}
