import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Field.module.css'
import { watchNewer } from './keep-offline.ts'
import type { Outbox } from './send/outbox.ts'

/** A newer version of the app is on this device: taken when its officer says so, and not while anything is on its way. */
export function NewerLine({ outbox }: { readonly outbox: Outbox }) {
  const { say } = useLanguage()
  const { underWay } = useSyncExternalStore(outbox.subscribe, outbox.state)
  const [take, setTake] = useState<(() => void) | null>(null)
  useEffect(() => watchNewer((ready) => setTake(() => ready)), [])
  if (take === null) return null
  return (
    <div className={styles.line} role="status" data-newer>
      <span>{say('field.newer')}</span>
      <Button weight="word" name="take newer" disabled={underWay !== null} onClick={take}>
        {say('field.newer_take')}
      </Button>
    </div>
  )
}
