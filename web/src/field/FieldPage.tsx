import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Note } from '../common/Note.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { FIELD_CATALOGUE } from './catalogue.ts'
import type { Device } from './device/device.ts'
import { openDeviceTime } from './device/device-time.ts'
import { openDeviceStore } from './device/store.ts'
import { FieldDesk } from './FieldDesk.tsx'
import { askToPersist, keepOffline, type Offline } from './keep-offline.ts'
import { Unlock } from './Unlock.tsx'
import { useUnlocked } from './unlocked.ts'

interface FieldPageProps {
  /** Nobody where there is no network, or where nobody is signed in: recording goes on all the same. */
  readonly session: Session | null
  /** Which draft is open. */
  readonly draft: string | null
  readonly onSignIn: () => void
  /** The server is there again. */
  readonly onReached: () => void
}

type State = { readonly kind: 'opening' } | { readonly kind: 'cannot' } | ({ readonly kind: 'open' } & Device)

/** Recording in the field: on one shared phone, with a network or without. */
export default function FieldPage(props: FieldPageProps) {
  return (
    <DeskLanguage catalogue={FIELD_CATALOGUE}>
      <Opening {...props} />
    </DeskLanguage>
  )
}

function Opening({ session, draft, onSignIn, onReached }: FieldPageProps) {
  const { say } = useLanguage()
  const unlocked = useUnlocked()
  const [state, setState] = useState<State>({ kind: 'opening' })
  useEffect(() => {
    let here = true
    const show = (offline: Offline) => setState((now) => (here && now.kind === 'open' ? { ...now, offline } : now))
    const open = async () => {
      if (!globalThis.isSecureContext) return setState({ kind: 'cannot' })
      const store = await openDeviceStore()
      const time = await openDeviceTime(store)
      if (here) setState({ kind: 'open', store, time, offline: 'asking' })
      void keepOffline().then(show)
      void askToPersist()
      void time.ask()
    }
    open().catch(() => here && setState({ kind: 'cannot' }))
    return () => {
      here = false
    }
  }, [])
  if (state.kind === 'opening') return <Bars id="field.opening" />
  if (state.kind === 'cannot')
    return (
      <Note tone="departure" role="alert" heading={say('field.cannot')}>
        {say('field.cannot_how')}
      </Note>
    )
  if (unlocked === null) return <Unlock device={state} />
  return (
    <FieldDesk
      device={state}
      unlocked={unlocked}
      session={session}
      open={draft}
      onSignIn={onSignIn}
      onReached={onReached}
    />
  )
}
