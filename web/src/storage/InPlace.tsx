import { useCallback, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import type { Place } from './Places.tsx'
import styles from './Storage.module.css'
import { Thing } from './Thing.tsx'
import { Turn } from './Turn.tsx'

const PAGE = 50

/** What lies in one place by the record; whoever manages exhibits begins to take stock of it here. */
export function InPlace({ place, manages }: { readonly place: Place; readonly manages: boolean }) {
  const { say, figures } = useLanguage()
  const [began, setBegan] = useState<readonly string[]>([])
  const after = began.at(-1)
  const ask = useCallback(
    () =>
      api('custodyList', {
        ...{ list: 'stored' as const, storage: place.id, limit: PAGE, grounds: GROUNDS },
        ...(after === undefined ? {} : { after }),
      }),
    [place.id, after],
  )
  const [asked, again] = useAsked(ask)
  const next = asked.kind === 'answered' ? asked.answer.next : null
  return (
    <Section heading={<bdi>{place.path}</bdi>} aside={figures.count(place.exhibits)}>
      <p className={styles.told}>{say('storage.in_it_how')}</p>
      {asked.kind === 'asking' && <Bars id="storage.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'answered' && asked.answer.exhibits.length === 0 && (
        <p className={styles.quiet}>{say('storage.empty')}</p>
      )}
      {asked.kind === 'answered' && asked.answer.exhibits.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.in_it')}</caption>
          <thead>
            <tr>
              {['exhibit', 'seal', 'chain'].map((column) => (
                <th key={column} scope="col">
                  {say(`storage.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.answer.exhibits.map(({ exhibit, kind, number, label, seal, unbroken }) => (
              <tr key={exhibit}>
                <th scope="row">
                  <Thing exhibit={exhibit} kind={kind} number={number} text={label} />
                </th>
                <td data-label={say('storage.seal')}>{seal && <Identifier mono>{seal}</Identifier>}</td>
                <td data-label={say('storage.chain')}>{say(unbroken ? 'storage.unbroken' : 'storage.broken')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Turn
        before={began.length > 0 ? () => setBegan(began.slice(0, -1)) : null}
        after={next !== null ? () => setBegan([...began, next]) : null}
      />
      {manages && <Begin storage={place.id} />}
    </Section>
  )
}

function Begin({ storage }: { readonly storage: string }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  // Pressed twice, it is begun once.
  const id = useRef(newIdentifier())
  const begin = () =>
    act(async () => {
      const { stocktake } = await api('stocktakeBegin', { id: id.current, storage, grounds: GROUNDS })
      goTo(`/storage/${stocktake}`)
    })
  return (
    <>
      <p className={styles.turn}>
        <Button weight="main" name="take stock" disabled={busy} onClick={begin}>
          {say('storage.take_stock')}
        </Button>
      </p>
      <p className={styles.quiet}>{say('storage.take_stock_how')}</p>
      {error && <Failed error={error} onAgain={again} />}
    </>
  )
}
