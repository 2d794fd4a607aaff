import { type FormEvent, useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { Device } from './device/device.ts'
import { LEAST_PASSPHRASE, makeLock, NoSecretError, openLock, type Way } from './device/locks.ts'
import { WrongKeyError } from './device/seal.ts'
import { type Lock, NoRoomError } from './device/store.ts'
import styles from './Field.module.css'
import { unlock } from './unlocked.ts'

type Wrong = 'wrong_passphrase' | 'no_secret' | 'short' | 'differs' | 'no_officer' | 'no_room' | 'failed'

const wrongOf = (cause: unknown): Wrong => {
  if (cause instanceof WrongKeyError) return 'wrong_passphrase'
  if (cause instanceof NoSecretError) return 'no_secret'
  return cause instanceof NoRoomError ? 'no_room' : 'failed'
}

/** Whose drafts are to be opened: each officer of a shared device has a lock of their own. */
export function Unlock({ device }: { readonly device: Device }) {
  const { say } = useLanguage()
  const [locks, setLocks] = useState<readonly Lock[] | null>(null)
  const [officer, setOfficer] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const offer = (all: readonly Lock[]) => {
      setLocks(all)
      // Nobody should make a second lock by leaving a code out: where there is one, it is the one that is opened.
      if (all.length === 1) setOfficer(all[0]!.officer)
    }
    device.store.all('locks').then(offer, () => setLocks([]))
  }, [device.store])
  if (locks === null) return <Bars id="field.opening" />

  const code = officer.trim()
  const known = locks.find((each) => each.officer === code)
  const open = async (way: Way) => {
    if (code === '') return setWrong('no_officer')
    if (!known && way.way === 'passphrase') {
      if ([...way.passphrase].length < LEAST_PASSPHRASE) return setWrong('short')
      if (way.passphrase !== again) return setWrong('differs')
    }
    setBusy(true)
    setWrong(null)
    try {
      const opened = known ? await openLock(known, way) : await makeLock(device.store, code, way)
      unlock(device.store, opened, device.time)
    } catch (cause) {
      setWrong(wrongOf(cause))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void open({ way: 'passphrase', passphrase })
  }
  const errorAt = (...at: readonly Wrong[]) =>
    wrong && at.includes(wrong)
      ? { reason: say(`field.wrong.${wrong}`), accepted: say(`field.wrong.${wrong}.accepted`) }
      : null
  return (
    <Section heading={say('field.unlock')} ruled={false}>
      <form className={styles.narrow} onSubmit={submit} noValidate aria-busy={busy}>
        {locks.length > 0 && (
          <div className={styles.keys}>
            {locks.map((each) => (
              <Button key={each.officer} aria-pressed={each.officer === code} onClick={() => setOfficer(each.officer)}>
                <bdi>{each.officer}</bdi>
              </Button>
            ))}
          </div>
        )}
        <TextField
          label={say('field.label.officer')}
          name="officer"
          value={officer}
          most={120}
          hint={say('field.officer_hint')}
          error={errorAt('no_officer')}
          onChange={setOfficer}
        />
        {known?.way !== 'passkey' && (
          <Field
            label={say('field.passphrase')}
            hint={known ? null : say('field.passphrase_hint', { least: LEAST_PASSPHRASE })}
            error={errorAt('wrong_passphrase', 'short')}
          >
            {(control) => (
              <input
                {...control}
                type="password"
                name="passphrase"
                value={passphrase}
                maxLength={200}
                autoComplete={known ? 'current-password' : 'new-password'}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            )}
          </Field>
        )}
        {!known && (
          <Field label={say('field.passphrase_again')} error={errorAt('differs')}>
            {(control) => (
              <input
                {...control}
                type="password"
                name="again"
                value={again}
                maxLength={200}
                autoComplete="new-password"
                onChange={(event) => setAgain(event.target.value)}
              />
            )}
          </Field>
        )}
        {wrong && errorAt('no_secret', 'no_room', 'failed') && (
          <Note tone="departure" role="alert" heading={say(`field.wrong.${wrong}`)}>
            {say(`field.wrong.${wrong}.accepted`)}
          </Note>
        )}
        {busy && <Bars id="field.unlocking" />}
        <div className={styles.keys}>
          {known?.way !== 'passkey' && (
            <Button weight="main" type="submit" disabled={busy}>
              {say(known ? 'field.open' : 'field.make_lock')}
            </Button>
          )}
          {known?.way !== 'passphrase' && (
            <Button weight={known ? 'main' : 'outlined'} disabled={busy} onClick={() => void open({ way: 'passkey' })}>
              {say(known ? 'field.open_passkey' : 'field.make_lock_passkey')}
            </Button>
          )}
        </div>
        <p className={styles.quiet}>{say('field.unlock_why')}</p>
      </form>
    </Section>
  )
}
