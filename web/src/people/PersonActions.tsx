import { ROLES, type Role } from '@proofmark/contract/roles'
import type { Account } from '@proofmark/contract/schemas/account'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GiveRole } from './GiveRole.tsx'
import type { OneLink } from './link.ts'
import { ofAgencies } from './of-agencies.ts'
import styles from './PeoplePage.module.css'

interface PersonActionsProps {
  readonly account: Account
  readonly onChanged: () => void
  readonly onLink: (link: OneLink) => void
}

interface Done {
  readonly sentence: string
  /** Takes it back; null where nothing does. */
  readonly undo: (() => void) | null
}

/**
 * What an administrator may change of somebody else. A request for a role can be taken back and made again; everything else
 * says first what it does, since nothing undoes it.
 */
export function PersonActions({ account, onChanged, onLink }: PersonActionsProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [done, setDone] = useState<Done | null>(null)
  const { id, name, roles, requests, state } = account
  const free = ROLES.filter(
    (role) =>
      !roles.includes(role) &&
      !requests.some((request) => request.role === role) &&
      (account.agency !== null || !ofAgencies(role)),
  )
  const begin = (sentence: string, work: () => Promise<unknown>, undo: Done['undo'] = null) => {
    setDone(null)
    act(async () => {
      await work()
      setDone({ sentence, undo })
      onChanged()
    })
  }
  const named = (role: Role) => ({ account: name, role: say(`word.role.${role}`) })
  const request = (role: Role) =>
    begin(
      say('people.give_done', named(role)),
      () => api('roleRequest', { account: id, role }),
      () => withdraw(role),
    )
  const withdraw = (role: Role) =>
    begin(
      say('people.withdraw_done', named(role)),
      () => api('roleTake', { account: id, role }),
      () => request(role),
    )
  const step = (what: string, work: () => Promise<unknown>) => (
    <li>
      <SecondStep
        word={say(`people.${what}`)}
        label={say(`people.${what}_person`, { account: name })}
        told={say(`people.${what}_told`, { account: name })}
        act={say(`people.${what}`)}
        busy={busy}
        onAct={() => begin(say(`people.${what}_done`, { account: name }), work)}
      />
    </li>
  )
  return (
    <div className={styles.actions}>
      <p role="status">
        {done && (
          <>
            {done.sentence}{' '}
            {done.undo && (
              <Button weight="word" aria-disabled={busy} onClick={done.undo}>
                {say('people.undo')}
              </Button>
            )}
          </>
        )}
      </p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {state !== 'disabled' && free.length > 0 && (
        <GiveRole account={account} free={free} busy={busy} onGive={request} />
      )}
      <ul className={styles.steps}>
        {requests.map(({ role }) => (
          <li key={role}>
            <Button weight="word" aria-disabled={busy} onClick={() => withdraw(role)}>
              {say('people.withdraw', named(role))}
            </Button>
          </li>
        ))}
        {roles.map((role) => (
          <li key={role}>
            <SecondStep
              word={say('people.take', named(role))}
              told={say('people.take_told', named(role))}
              act={say('people.take', named(role))}
              busy={busy}
              onAct={() => begin(say('people.take_done', named(role)), () => api('roleTake', { account: id, role }))}
            />
          </li>
        ))}
        {step('sign_out', () => api('accountSignOut', { account: id }))}
        {state !== 'disabled' && step('reset', async () => onLink(await api('accountReset', { account: id })))}
        {state === 'disabled'
          ? step('enable', () => api('accountDisable', { account: id, disabled: false }))
          : step('disable', () => api('accountDisable', { account: id, disabled: true }))}
      </ul>
    </div>
  )
}
