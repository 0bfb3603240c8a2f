/** What mails are about, by which they are taken back until they have gone out. The outbox keeps marks of it. */
export const aboutReader = (writer: string) => `reader:${writer}`
export const aboutConversation = (writer: string, thread: string) => `reader:${writer} ${thread}`
/** A mail that shows somebody else what a comment says. */
export const aboutComment = (id: string) => `comment:${id}`
