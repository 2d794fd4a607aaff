import type { Answer } from '@proofmark/contract/client'
import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { inGroups } from '../common/digits.ts'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import { FactorCode } from './FactorCode.tsx'
import styles from './MePage.module.css'
import { QrCode } from './QrCode.tsx'

/** Gives an authenticator app its secret, and takes a code that shows that the app has it. */
export function FactorForm({ onSet }: { readonly onSet: (own: OwnSignIn) => void }) {
  const { say } = useLanguage()
  const { act, error, again } = useOwnDoing()
  const [begun, setBegun] = useState<Answer<'secondFactorBegin'> | null>(null)
  const asked = useRef(false)
  const begin = () => act(async () => setBegun(await api('secondFactorBegin', {})))
  useEffect(() => {
    // React runs effects twice while developing, and each beginning makes the secret before it worthless.
    if (asked.current) return
    asked.current = true
    begin()
  })
  if (error) return <Failed error={error} onAgain={again} />
  if (!begun) return <Bars id="me.factor_asking" />
  return (
    <div className={styles.form}>
      <p>{say('me.factor_how')}</p>
      <div className={styles.factor}>
        <QrCode text={begun.address} label={say('me.factor_picture')} />
        <div>
          <p className={styles.more}>{say('me.factor_type')}</p>
          <p className={styles.secret}>
            <Identifier mono>{inGroups(begun.secret).join(' ')}</Identifier>
          </p>
        </div>
      </div>
      <FactorCode key={begun.ticket} ticket={begun.ticket} onSet={onSet} onBegin={begin} />
    </div>
  )
}
