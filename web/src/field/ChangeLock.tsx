import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { TextField } from '../common/TextField.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { Device } from './device/device.ts'
import { changeLock, LEAST_PASSPHRASE } from './device/locks.ts'
import { WrongKeyError } from './device/seal.ts'
import styles from './Field.module.css'
import { unlock } from './unlocked.ts'

type Wrong = 'wrong_passphrase' | 'short' | 'officer_taken' | 'failed'

/** An officer who was given another code, or who wants other words. Drafts stay open to them under the new ones. */
export function ChangeLock({ device, officer }: { readonly device: Device; readonly officer: string }) {
  const { say } = useLanguage()
  const [code, setCode] = useState(officer)
  const [words, setWords] = useState({ now: '', next: '' })
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    const locks = await device.store.all('locks')
    const mine = locks.find((each) => each.officer === officer)
    const to = { officer: code.trim() || officer, passphrase: words.next || words.now }
    if (!mine) return setWrong('failed')
    if (to.officer !== officer && locks.some((each) => each.officer === to.officer)) return setWrong('officer_taken')
    if ([...to.passphrase].length < LEAST_PASSPHRASE) return setWrong('short')
    try {
      unlock(device.store, await changeLock(device.store, mine, words.now, to), device.time)
    } catch (cause) {
      setWrong(cause instanceof WrongKeyError ? 'wrong_passphrase' : 'failed')
    }
  }
  const errorAt = (...at: readonly Wrong[]) =>
    wrong && at.includes(wrong)
      ? { reason: say(`field.wrong.${wrong}`), accepted: say(`field.wrong.${wrong}.accepted`) }
      : null
  const wordsField = (name: 'now' | 'next', error: ReturnType<typeof errorAt>) => (
    <Field label={say(`field.passphrase_${name}`)} error={error}>
      {(control) => (
        <input
          {...control}
          type="password"
          name={name}
          value={words[name]}
          maxLength={200}
          autoComplete={name === 'now' ? 'current-password' : 'new-password'}
          onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form className={styles.narrow} onSubmit={(event) => void change(event)} noValidate>
      <TextField
        label={say('field.label.officer')}
        name="newOfficer"
        value={code}
        most={120}
        hint={say('field.change_lock_hint')}
        error={errorAt('officer_taken', 'failed')}
        onChange={setCode}
      />
      {wordsField('now', errorAt('wrong_passphrase'))}
      {wordsField('next', errorAt('short'))}
      <Button type="submit">{say('field.change_lock_do')}</Button>
    </form>
  )
}
