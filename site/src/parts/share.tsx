import type { Asking } from '../page.ts'
import { withQuery } from '../links.ts'

/** Where readers here pass things on. They are plain links: nobody is told of a visit until one is followed. */
const PLACES = [
  {
    name: 'Telegram',
    href: (url: string, text: string) => withQuery('https://t.me/share/url', { url, text }),
  },
  {
    name: 'WhatsApp',
    href: (url: string, text: string) => withQuery('https://wa.me/', { text: `${text} ${url}` }),
  },
  {
    name: 'Facebook',
    href: (url: string) => withQuery('https://www.facebook.com/sharer/sharer.php', { u: url }),
  },
]

/** Ways to pass the page on. */
export function Share({ title, asking }: { title: string; asking: Asking }) {
  const { t, links, path, siteUrl } = asking
  const url = siteUrl + links.at(path)
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`
  return (
    <div role="group" aria-label={t('share')}>
      <ul class="share">
        {PLACES.map(({ name, href }) => (
          <li>
            <a
              href={href(url, title)}
              rel="noopener noreferrer external"
              aria-label={`${t('share')}: ${name}`}
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={mail}>{t('share-mail')}</a>
        </li>
      </ul>
    </div>
  )
}
