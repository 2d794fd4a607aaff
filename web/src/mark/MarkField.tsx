import { formatCharacters } from '@proofmark/domain/serial-characters'
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import { Character } from './Character.tsx'
import { editMark, type MarkEdit, type MarkKey } from './edit.ts'
import styles from './MarkField.module.css'
import { spokenCharacter, spokenMark, wordUnder } from './spoken.ts'
import { cellsOf, LONGEST_TYPED } from './typed.ts'

interface MarkFieldProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onSubmit: () => void
  readonly error?: string | null
}

/** What a key pressed on a cell asks for, or null where it is not the mark's business. Arrows are physical. */
function keyOf({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent): MarkKey | null {
  if (altKey && code === 'KeyD') return { kind: 'doubt' }
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'ArrowLeft') return { kind: 'move', to: 'previous' }
  if (key === 'ArrowRight') return { kind: 'move', to: 'next' }
  if (key === 'Home') return { kind: 'move', to: 'first' }
  if (key === 'End') return { kind: 'move', to: 'last' }
  if (key === 'Backspace') return { kind: 'backspace' }
  if (key === 'Delete') return { kind: 'delete' }
  return [...key].length === 1 && key !== ' ' ? { kind: 'insert', character: key } : null
}

/** The mark that is looked for: its cells, and beneath them the same value as plain text. */
export function MarkField({ typed, onType, onSubmit, error }: MarkFieldProps) {
  const { say } = useLanguage()
  const id = useId()
  const row = useRef<HTMLFieldSetElement>(null)
  const [{ at, open }, place] = useState({ at: 0, open: false })
  const [said, announce] = useState('')
  const cells = cellsOf(typed)
  const current = Math.min(at, cells.length)
  // The focus follows the cell only when a key or paste in the cells moved it, never while the plain input is typed in.
  const followed = useRef(false)
  useEffect(() => {
    if (!followed.current) return
    followed.current = false
    row.current?.querySelectorAll<HTMLElement>('[data-cell]')[current]?.focus()
  })

  const apply = (key: MarkKey) => {
    const before: MarkEdit = { typed, at: current, open }
    const after = editMark(before, key)
    followed.current = true
    place({ at: after.at, open: after.open })
    if (after.typed !== typed) {
      onType(after.typed)
      announce(announcement(after, key))
    } else if (key.kind === 'doubt' && cells[current]) announce(say('mark.no_doubt_known'))
  }

  const announcement = (edit: MarkEdit, key: MarkKey) => {
    const fresh = cellsOf(edit.typed)
    const touched = key.kind === 'insert' && !edit.open ? edit.at - 1 : Math.min(edit.at, fresh.length - 1)
    const cell = fresh[touched]
    if (key.kind === 'backspace' || key.kind === 'delete') return say('mark.removed', { count: fresh.length })
    if (!cell) return say('mark.empty')
    if (edit.open && cell.alternatives.length === 0) return say('mark.alternatives_open')
    return say('mark.position', { place: touched + 1, count: fresh.length, character: spokenCharacter(say, cell) })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      if (open) apply({ kind: 'close' })
      else onSubmit()
      return
    }
    const key = keyOf(event)
    if (!key) return
    event.preventDefault()
    apply(key)
  }

  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    apply({ kind: 'paste', text: event.clipboardData.getData('text/plain') })
  }

  // Copying a cell copies the mark as typed; a cell alone is of no use elsewhere.
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', typed)
  }

  const onBlur = (event: FocusEvent<HTMLFieldSetElement>) => {
    if (!open || event.currentTarget.contains(event.relatedTarget)) return
    const after = editMark({ typed, at: current, open }, { kind: 'close' })
    place({ at: after.at, open: false })
    onType(after.typed)
  }

  // Keyboards on glass and input methods send no keys, only the text that took the cell's place.
  const onText = (text: string) => {
    if (text === '') apply({ kind: 'delete' })
    else apply([...text].length === 1 ? { kind: 'insert', character: text } : { kind: 'paste', text })
  }

  const described = `${id}-keys${error ? ` ${id}-error` : ''}`
  const name = cells.length === 0 ? say('mark.empty') : spokenMark(say, cells)
  const cellInput = (index: number, value: string, label: string) => (
    <input
      data-cell={index}
      aria-label={label}
      className={styles.input}
      value={value}
      tabIndex={index === current ? 0 : -1}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      onChange={(event) => onText(event.target.value)}
      onFocus={(event) => {
        event.target.select()
        if (index !== at) place({ at: index, open: false })
      }}
    />
  )

  return (
    <div className={styles.mark}>
      <fieldset
        ref={row}
        dir="ltr"
        aria-label={say('mark.group', { mark: name })}
        aria-describedby={described}
        className={styles.row}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        onBlur={onBlur}
      >
        {numbered(cells).map(({ place: index, value: cell }) => (
          <div key={index} className={styles.place}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span className={open && index === current ? styles.open : styles.cell}>
              <Character character={cell} />
              {cellInput(
                index,
                formatCharacters([cell]),
                say('mark.position', {
                  place: index + 1,
                  count: cells.length,
                  character: spokenCharacter(say, cell),
                }),
              )}
            </span>
            <span className={styles.word} dir="auto" aria-hidden="true">
              {open && index === current ? say('mark.word.open') : wordUnder(say, cell)}
            </span>
          </div>
        ))}
        <div className={styles.place}>
          <span className={styles.number} aria-hidden="true" />
          <span className={styles.next}>
            {cellInput(cells.length, '', say('mark.next', { place: cells.length + 1 }))}
          </span>
          <span className={styles.word} dir="auto" aria-hidden="true">
            {say('mark.word.next')}
          </span>
        </div>
      </fieldset>
      <div className={styles.typed}>
        <label htmlFor={`${id}-typed`}>{say('mark.as_typed')}</label>
        <input
          id={`${id}-typed`}
          name="serial"
          dir="ltr"
          value={typed}
          maxLength={LONGEST_TYPED}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            onType(event.target.value)
            place({ at: cellsOf(event.target.value).length, open: false })
          }}
        />
        <p id={`${id}-keys`} className={styles.keys}>
          {(['?', '[8B]', '*'] as const).map((sign) => (
            <span key={sign}>
              <bdi dir="ltr">{sign}</bdi> {say(`mark.sign.${SIGN_NAMES[sign]}`)}
            </span>
          ))}
        </p>
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <p role="status" className="unseen">
        {said}
      </p>
    </div>
  )
}

const SIGN_NAMES = { '?': 'lost', '[8B]': 'either', '*': 'run' } as const
