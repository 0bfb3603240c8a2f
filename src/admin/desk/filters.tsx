import { useConfig, useLocale } from '@payloadcms/ui'
import { type RefObject, useEffect, useState } from 'react'

import { REASONS } from '../../desk/shapes.ts'
import { ask } from '../ask.ts'
import { AGES, EVERYTHING, isNarrowed, type Question } from './question.ts'
import type { Words } from './words.ts'

type Choice = { value: string; label: string }

/** How long typing pauses before it is asked, in milliseconds. */
const PAUSE = 300

/** What there is to choose from: the newest of a collection, by name. Nothing where it may not be read. */
function useChoices(collection: 'posts' | 'people', name: 'title' | 'name'): Choice[] {
  const { config } = useConfig()
  const { code } = useLocale()
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => {
    let isWanted = true
    const query = `depth=0&limit=100&locale=${code}&select[${name}]=true&sort=${name === 'name' ? name : '-publishedAt'}`
    ask<{ docs: { id: string; title?: string; name?: string }[] }>(
      `${config.routes.api}/${collection}?${query}`,
    )
      .then(({ docs }) => {
        if (!isWanted) return
        setChoices(docs.map((doc) => ({ value: doc.id, label: doc[name] || doc.id })))
      })
      .catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [code, collection, config.routes.api, name])
  return choices
}

function Select({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: string
  choices: Choice[]
  onChange: (value: string) => void
}) {
  const isUsual = choices[0]?.value === value
  return (
    <select
      aria-label={label}
      className="desk__select"
      data-set={isUsual ? undefined : ''}
      onChange={(event) => onChange(event.target.value)}
      title={label}
      value={value}
    >
      {/* What was chosen elsewhere, by a click on a card or in the address of the page. */}
      {!choices.some((choice) => choice.value === value) && <option value={value}>{label}: …</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** What narrows the list. Every change is asked at once, what is typed after a pause. */
export function Filters({
  question,
  ask,
  search,
  words,
}: {
  question: Question
  ask: (question: Question) => void
  search: RefObject<HTMLInputElement | null>
  words: Words
}) {
  const { config } = useConfig()
  const articles = useChoices('posts', 'title')
  const people = useChoices('people', 'name')
  const [typed, setTyped] = useState(question.search)
  useEffect(() => setTyped(question.search), [question.search])
  useEffect(() => {
    if (typed === question.search) return
    const timer = setTimeout(() => ask({ ...question, search: typed }), PAUSE)
    return () => clearTimeout(timer)
  })
  const set = (name: keyof Question) => (value: string) => ask({ ...question, [name]: value })
  const locales = config.localization ? config.localization.locales : []
  const ages = { any: words.anyAge, hour: words.lastHour, day: words.lastDay, week: words.lastWeek, older: words.olderThanDay } // prettier-ignore
  return (
    <div aria-label={words.filters} className="desk__filters" role="search">
      <input
        aria-label={words.search}
        className="desk__search"
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={words.search}
        ref={search}
        type="search"
        value={typed}
      />
      <Select
        choices={[
          { value: '', label: words.allArticles },
          ...articles.map(({ value, label }) => ({ value: `posts/${value}`, label })),
        ]}
        label={words.article}
        onChange={set('on')}
        value={question.on}
      />
      <Select
        choices={[{ value: '', label: words.allAuthors }, ...people]}
        label={words.author}
        onChange={set('author')}
        value={question.author}
      />
      <Select
        choices={[
          { value: '', label: words.allLanguages },
          ...locales.map(({ code, label }) => ({
            value: code,
            label: typeof label === 'string' ? label : code,
          })),
        ]}
        label={words.language}
        onChange={set('locale')}
        value={question.locale}
      />
      {(question.queue === 'waiting' || question.queue === 'held') && (
        <Select
          choices={[
            { value: '', label: words.allReasons },
            ...REASONS.map((value) => ({ value, label: words.reasons[value] ?? value })),
          ]}
          label={words.reason}
          onChange={set('reason')}
          value={question.reason}
        />
      )}
      <Select
        choices={AGES.map((value) => ({ value, label: ages[value] }))}
        label={words.age}
        onChange={set('age')}
        value={question.age}
      />
      <Select
        choices={[
          { value: 'oldest', label: words.oldest },
          { value: 'newest', label: words.newest },
        ]}
        label={words.order}
        onChange={set('order')}
        value={question.order}
      />
      {question.sameWriterAs && <span className="desk__chip">{words.ofOneWriter}</span>}
      {isNarrowed(question) && (
        <button
          className="desk__button"
          onClick={() => ask({ ...EVERYTHING, queue: question.queue, order: question.order })}
          type="button"
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}
