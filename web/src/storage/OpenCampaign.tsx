import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Chosen } from './Chosen.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Storage.module.css'

const EMPTY = { name: '', place: '', witness: '' }

/** A campaign is opened: its exhibits, its place and its witness, which two people then sign. */
export function OpenCampaign({ first }: { readonly first: string | null }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [draft, setDraft] = useState(EMPTY)
  const [chosen, setChosen] = useState<readonly string[]>(first === null ? [] : [first])
  const [tried, setTried] = useState(false)
  // What is sent twice is one campaign; what was changed since is another.
  const id = useRef(newIdentifier())
  const change = (work: () => void) => {
    id.current = newIdentifier()
    work()
  }
  const said = { name: draft.name.trim(), place: draft.place.trim(), witness: draft.witness.trim() }
  const missing = (text: string) =>
    tried && text === ''
      ? { reason: say('storage.campaign.missing'), accepted: say('storage.campaign.missing_how') }
      : null
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (Object.values(said).includes('') || chosen.length === 0) return
    act(async () => {
      const { disposal } = await api('disposalOpen', {
        id: id.current,
        ...said,
        exhibits: [...chosen],
        grounds: GROUNDS,
      })
      goTo(`/campaigns/${disposal}`)
    })
  }
  const field = (name: keyof typeof EMPTY, most: number, hint?: string) => (
    <TextField
      label={say(`storage.campaign.${name}`)}
      name={`campaign ${name}`}
      value={draft[name]}
      most={most}
      hint={hint}
      error={missing(said[name])}
      onChange={(text) => change(() => setDraft({ ...draft, [name]: text }))}
    />
  )
  return (
    <Section heading={say('storage.campaign.open')}>
      <p className={styles.told}>{say('storage.campaign.open_how')}</p>
      <Chosen chosen={chosen} onChoose={(exhibits) => change(() => setChosen(exhibits))} />
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        {field('name', 120)}
        {field('place', 200)}
        {field('witness', 120, say('storage.campaign.witness_how'))}
        {tried && chosen.length === 0 && (
          <p className={styles.against} role="alert">
            {say('storage.campaign.none_chosen')}
          </p>
        )}
        {error && <Failed error={error} onAgain={again} />}
        <div>
          <Button weight="main" type="submit" name="open campaign" disabled={busy}>
            {say('storage.campaign.open')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
