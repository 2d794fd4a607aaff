import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Known.module.css'
import type { Draft, FindDesk } from './useFind.ts'

const ALWAYS = ['make', 'model', 'calibre', 'type'] as const
const AT_WISH = ['country', 'year', 'place'] as const
type KnownField = (typeof ALWAYS)[number] | (typeof AT_WISH)[number]

/** What is an identifier reads left to right; the others are words of any script. */
const IDENTIFIERS: readonly KnownField[] = ['calibre', 'year']
const LONGEST: Partial<Readonly<Record<KnownField, number>>> = { year: 20 }

/** What else is known of the firearm: the fields that nearly every search has, and others that are added by name. */
export function Known({ draft, change }: { readonly draft: Draft; readonly change: FindDesk['change'] }) {
  const { say } = useLanguage()
  const [added, setAdded] = useState<readonly KnownField[]>([])
  const fresh = useRef<KnownField | null>(null)
  const shows = (field: KnownField) => added.includes(field) || draft[field] !== ''
  const absent = AT_WISH.filter((field) => !shows(field))
  const focusFresh = (field: KnownField) => (input: HTMLInputElement | null) => {
    if (fresh.current !== field || !input) return
    fresh.current = null
    input.focus()
  }
  return (
    <div>
      {[...ALWAYS, ...AT_WISH.filter(shows)].map((field) => (
        <Field key={field} label={say(`find.${field}`)}>
          {(control) => (
            <input
              {...control}
              ref={focusFresh(field)}
              name={field}
              dir={IDENTIFIERS.includes(field) && draft[field] !== '' ? 'ltr' : directionOf(draft[field])}
              value={draft[field]}
              maxLength={LONGEST[field] ?? 120}
              autoComplete="off"
              spellCheck={false}
              placeholder={say(field === 'place' ? 'find.place_hint' : 'find.not_known')}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {absent.length > 0 && (
        <p className={styles.add}>
          <span className={styles.label}>{say('find.add')}</span>
          {absent.map((field) => (
            <Button
              key={field}
              weight="word"
              onClick={() => {
                fresh.current = field
                setAdded([...added, field])
              }}
            >
              {say(`find.add.${field}`)}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}
