import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { keepBlob } from '../graph/keep/keep-blob.ts'
import { useAsked } from '../imports/useAsked.ts'
import { CampaignExhibits } from './CampaignExhibits.tsx'
import type { CampaignProps } from './campaign-props.ts'
import { STORAGE_CATALOGUE } from './catalogue.ts'
import { GiveUp } from './GiveUp.tsx'
import { GROUNDS } from './grounds.ts'
import { SignCampaign } from './SignCampaign.tsx'
import styles from './Storage.module.css'

interface CampaignPageProps {
  readonly campaign: string
  readonly session: Session
}

/** A campaign of destruction: what two people sign, what speaks against it, and its certificate. */
export default function CampaignPage({ campaign, session }: CampaignPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXHIBIT_MANAGERS))
    return <Forbidden page={say('common.page.campaign')} session={session} roles={EXHIBIT_MANAGERS} />
  return (
    <DeskLanguage catalogue={STORAGE_CATALOGUE}>
      <Opened campaign={campaign} />
    </DeskLanguage>
  )
}

function Opened({ campaign }: Pick<CampaignPageProps, 'campaign'>) {
  const [asked, again] = useAsked(
    useCallback(() => api('disposalShow', { disposal: campaign, grounds: GROUNDS }), [campaign]),
  )
  if (asked.kind === 'asking') return <Bars id="storage.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  return <Sheet shown={asked.answer} onChanged={again} />
}

function Sheet({ shown, onChanged }: CampaignProps) {
  const { say, figures } = useLanguage()
  const { name, state, place, witness, openedAt, openedBy, hash, signatures, withdrawn } = shown
  const open = state === 'open' || state === 'half_signed'
  return (
    <div className={styles.page}>
      <Section ruled={false} heading={<bdi>{name}</bdi>} aside={<strong>{say(`word.disposal_state.${state}`)}</strong>}>
        <Plate
          facts={[
            [say('storage.campaign.place'), <bdi key="place">{place}</bdi>],
            [say('storage.campaign.witness'), witness && <bdi key="witness">{witness}</bdi>],
            [say('storage.campaign.opened'), figures.moment(openedAt)],
            [say('storage.campaign.opened_by'), <bdi key="by">{openedBy}</bdi>],
            [
              say('storage.campaign.hash'),
              <span key="hash" className={styles.hash}>
                <Identifier mono>{hash}</Identifier>
              </span>,
            ],
          ]}
        />
        {withdrawn && (
          <p>
            {say('storage.campaign.given_up', {
              name: `\u2068${withdrawn.by}\u2069`,
              at: figures.moment(withdrawn.at),
            })}{' '}
            <bdi>{withdrawn.why}</bdi>
          </p>
        )}
        {state === 'carried_out' && <Certificate campaign={shown.disposal} />}
      </Section>
      <CampaignExhibits shown={shown} />
      <Section
        heading={say('storage.campaign.signatures')}
        aside={`${figures.count(signatures.length)} / ${figures.count(2)}`}
      >
        {signatures.length === 0 && <p className={styles.quiet}>{say('storage.campaign.nobody_signed')}</p>}
        <ul className={styles.items}>
          {signatures.map(({ by, at, passkey }) => (
            <li key={by}>
              <span>
                <Facts>
                  {[
                    <bdi key="by">{by}</bdi>,
                    figures.moment(at),
                    say(passkey ? 'storage.campaign.by_passkey' : 'storage.campaign.by_session'),
                  ]}
                </Facts>
              </span>
            </li>
          ))}
        </ul>
        {open && <SignCampaign shown={shown} onChanged={onChanged} />}
      </Section>
      {open && <GiveUp campaign={shown.disposal} onChanged={onChanged} />}
    </div>
  )
}

function Certificate({ campaign }: { readonly campaign: string }) {
  const { say, locale } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const take = () =>
    act(async () => {
      const file = await api('disposalCertificate', { disposal: campaign, language: locale, grounds: GROUNDS })
      keepBlob(`destruction ${campaign.slice(0, 8)}.pdf`, file as unknown as Blob)
    })
  return (
    <>
      <p className={styles.turn}>
        <Button name="certificate" disabled={busy} onClick={take}>
          {say('storage.campaign.certificate')}
        </Button>
      </p>
      {error && <Failed error={error} onAgain={again} />}
    </>
  )
}
