/** Whole examples of answers about what is kept, by the name of their schema in the document. */
export const RETENTION_EXAMPLES = {
  PrivacyText: {
    en: {
      locale: 'en',
      items: [
        {
          id: 'removed',
          what: 'Text, name, website and address of comments in spam and trash',
          why: 'So that a mistake of ours can be put right.',
          kept: '15 days',
          days: 15,
        },
      ],
    },
  },
}
