import type { Asking, Page } from '../page.ts'

/** What the API keeps about readers, why and how long: its own words, so that both say the same. */
export async function privacy({ client, t }: Asking): Promise<Page> {
  const { items } = await client.get('/privacy')
  return {
    title: t('privacy'),
    description: t('privacy-lead'),
    body: (
      <div class="prose">
        <h1>{t('privacy')}</h1>
        <p>{t('privacy-lead')}</p>
        {items.map(({ id, what, why, kept }) => (
          <section id={id}>
            <h2>{what}</h2>
            <p>{why}</p>
            <p>
              <strong>{t('privacy-kept')}</strong> {kept}
            </p>
          </section>
        ))}
      </div>
    ),
  }
}
