import type { Session } from '@proofmark/contract/schemas/session'
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Bars } from './common/Bars.tsx'
import { Boundary } from './common/Boundary.tsx'
import { Failed } from './common/Failed.tsx'
import { Section } from './common/Section.tsx'
import type { EntryDesk } from './enter/entry-desk.ts'
import { type Draft, type FindDesk, useFindDesk } from './find/useFind.ts'
import { goTo, useView, type View } from './frame/address.ts'
import { Frame } from './frame/Frame.tsx'
import { Go } from './frame/Go.tsx'
import { homeOf, type Shown, START, shownFor } from './frame/home.ts'
import { useLanguage } from './frame/language.tsx'
import { SIGNED_OUT } from './frame/signed-out.ts'
import { type SessionControl, useSession } from './frame/useSession.ts'
import { type Notices, useNotices } from './notices/useNotices.ts'
import type { AnswerDrafts } from './questions/answer-draft.ts'
import { type SearchDesk, useSearchDesk } from './search/useSearch.ts'
import { type RecordsDesk, useSourceRecords } from './sources/useSourceRecords.ts'

// The first screen is Home or signing in; each page is fetched when it is asked for.
const FindPage = lazy(() => import('./find/FindPage.tsx'))
const HomePage = lazy(() => import('./home/HomePage.tsx'))
const SignInPage = lazy(() => import('./sign-in/SignInPage.tsx'))
const RecordPage = lazy(() => import('./records/RecordPage.tsx'))
const FirearmPage = lazy(() => import('./firearm/FirearmPage.tsx'))
const ImportsDesk = lazy(() => import('./imports/ImportsDesk.tsx'))
const EnterPage = lazy(() => import('./enter/EnterPage.tsx'))
const VocabularyPage = lazy(() => import('./vocabulary/VocabularyPage.tsx'))
const LawPage = lazy(() => import('./law/LawPage.tsx'))
const ModelsPage = lazy(() => import('./models/ModelsPage.tsx'))
const PacksPage = lazy(() => import('./vocabulary/packs/PacksPage.tsx'))
const QuestionsPage = lazy(() => import('./questions/QuestionsPage.tsx'))
const SourcesPage = lazy(() => import('./sources/SourcesPage.tsx'))
const SourcePage = lazy(() => import('./sources/SourcePage.tsx'))
const SearchPage = lazy(() => import('./search/SearchPage.tsx'))
const LogPage = lazy(() => import('./log/LogPage.tsx'))
const TracesPage = lazy(() => import('./traces/board/TracesPage.tsx'))
const TracePage = lazy(() => import('./traces/one/TracePage.tsx'))
const BallisticsPage = lazy(() => import('./ballistics/BallisticsPage.tsx'))
const DeconflictionPage = lazy(() => import('./deconfliction/DeconflictionPage.tsx'))
const MeetingNews = lazy(() => import('./deconfliction/MeetingNews.tsx'))
const OperationsPage = lazy(() => import('./deconfliction/OperationsPage.tsx'))
const SilentPage = lazy(() => import('./deconfliction/SilentPage.tsx'))
const WeaponPage = lazy(() => import('./ballistics/WeaponPage.tsx'))
const ThingsPage = lazy(() => import('./cases/things/ThingsPage.tsx'))
const ThingPage = lazy(() => import('./cases/things/ThingPage.tsx'))
const NoticesPage = lazy(() => import('./notices/NoticesPage.tsx'))
const OversightPage = lazy(() => import('./oversight/OversightPage.tsx'))
const ReviewPage = lazy(() => import('./review/ReviewPage.tsx'))
const CourtPage = lazy(() => import('./court/CourtPage.tsx'))
const SetUpPage = lazy(() => import('./me/SetUpPage.tsx'))
const MePage = lazy(() => import('./me/MePage.tsx'))
const AgenciesPage = lazy(() => import('./agencies/AgenciesPage.tsx'))
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx'))
const QualityPage = lazy(() => import('./quality/QualityPage.tsx'))
const PartnersPage = lazy(() => import('./exchange/PartnersPage.tsx'))
const PartnerPage = lazy(() => import('./exchange/PartnerPage.tsx'))
const MessagesPage = lazy(() => import('./exchange/MessagesPage.tsx'))
const KnownPage = lazy(() => import('./exchange/KnownPage.tsx'))
const CorrectionsPage = lazy(() => import('./exchange/CorrectionsPage.tsx'))
const LedgerPage = lazy(() => import('./exchange/LedgerPage.tsx'))
const KeysPage = lazy(() => import('./exchange/KeysPage.tsx'))
const ContactsPage = lazy(() => import('./exchange/ContactsPage.tsx'))
const FieldPage = lazy(() => import('./field/FieldPage.tsx'))
const CasesPage = lazy(() => import('./cases/CasesPage.tsx'))
const CasePage = lazy(() => import('./cases/CasePage.tsx'))
const RecoveriesPage = lazy(() => import('./recoveries/RecoveriesPage.tsx'))
const ExhibitsPage = lazy(() => import('./recoveries/ExhibitsPage.tsx'))
const ExhibitPage = lazy(() => import('./recoveries/ExhibitPage.tsx'))
const StoragePage = lazy(() => import('./storage/StoragePage.tsx'))
const StocktakePage = lazy(() => import('./storage/StocktakePage.tsx'))
const CampaignsPage = lazy(() => import('./storage/CampaignsPage.tsx'))
const CampaignPage = lazy(() => import('./storage/CampaignPage.tsx'))
const HeldPage = lazy(() => import('./storage/HeldPage.tsx'))
const RecoveryPage = lazy(() => import('./recoveries/RecoveryPage.tsx'))
const GraphPage = lazy(() => import('./graph/GraphPage.tsx'))
const WhyNotPage = lazy(() => import('./why-not/WhyNotPage.tsx'))

/** The app: who is signed in decides between the sign-in page and the desks, the address between the desks. */
export function App() {
  const { say } = useLanguage()
  const view = useView()
  const control = useSession()
  const { state, close } = control
  // Where recording goes on without anybody signed in, signing in is asked for and comes back to it.
  const [signsIn, setSignsIn] = useState(false)
  const signedIn = state.kind === 'signed-in'
  const asked = view.name === 'field' && signsIn && state.kind === 'signed-out'
  const shown = asked ? 'sign-in' : shownFor(state, view)
  const session = shown !== 'sign-in' && signedIn ? state.session : null
  const notices = useNotices(shown === 'desks' ? session : null)
  const place = session && placeFor(shown, view, session)
  useEffect(() => {
    if (place) goTo(place, 'replace')
  }, [place])
  useEffect(() => {
    if (signedIn) setSignsIn(false)
  }, [signedIn])
  return (
    <Frame
      view={view}
      title={say(titleOf(shown, view))}
      session={session}
      news={notices.news}
      onSignOut={() => {
        dispatchEvent(new Event(SIGNED_OUT))
        void close()
      }}
    >
      {shown === 'opening' && <Bars id="common.opening" />}
      {shown === 'field' && (
        <Boundary>
          <Suspense fallback={<Bars id="common.opening" />}>
            <FieldPage
              session={session}
              draft={view.name === 'field' ? view.draft : null}
              onSignIn={() => {
                setSignsIn(true)
                void control.ask()
              }}
              onReached={() => {
                if (state.kind === 'failed') void control.ask()
              }}
            />
          </Suspense>
        </Boundary>
      )}
      {state.kind === 'failed' && shown !== 'field' && (
        <Failed error={state.error} onAgain={() => void control.ask()} />
      )}
      {shown === 'sign-in' && <SignIn view={view} control={control} />}
      {session && shown === 'set-up' && <SetUp session={session} control={control} />}
      {session && shown === 'desks' && (
        <Boundary>
          <Suspense fallback={null}>
            <MeetingNews key={session.account} session={session} />
          </Suspense>
          <Desks key={session.account} session={session} view={view} notices={notices} onOpened={control.opened} />
        </Boundary>
      )}
    </Frame>
  )
}

/** Where the address has to go, since what is shown has another; null where it may stay. */
function placeFor(shown: Shown, view: View, session: Session): string | null {
  if (shown === 'set-up') return view.name === 'set-up' ? null : '/set-up'
  if (shown !== 'desks') return null
  return view.name === 'set-up' || view.name === 'sign-in' ? homeOf(session) : null
}

function titleOf(shown: Shown, view: View): string {
  if (shown === 'desks') return `common.page.${view.name === 'sign-in' || view.name === 'set-up' ? 'home' : view.name}`
  return {
    opening: 'common.opening',
    failed: 'common.failed',
    'sign-in': 'sign_in.heading',
    'set-up': 'common.page.set-up',
    field: 'common.page.field',
  }[shown]
}

function SignIn({ view, control }: { readonly view: View; readonly control: SessionControl }) {
  const opened = (session: Session) => {
    control.opened(session)
    // Signing in for want of a session leaves the address that was asked for.
    if (view.name === 'sign-in') goTo(homeOf(session), 'replace')
  }
  return (
    <Boundary>
      <Suspense fallback={<Bars id="sign_in.asking" />}>
        <SignInPage token={view.name === 'sign-in' ? view.token : null} onOpened={opened} />
      </Suspense>
    </Boundary>
  )
}

function SetUp({ session, control }: { readonly session: Session; readonly control: SessionControl }) {
  return (
    <Boundary>
      <Suspense fallback={<Bars id="common.opening" />}>
        <SetUpPage
          key={session.account}
          session={session}
          onSet={() => void control.ask()}
          onChanged={control.opened}
          onEnded={control.ended}
        />
      </Suspense>
    </Boundary>
  )
}

interface DesksProps {
  readonly session: Session
  readonly view: View
  readonly notices: Notices
  /** Another session took the place of this one. */
  readonly onOpened: (session: Session) => void
}

/** The desks of one signed-in person; what they wrote lives as long as they are signed in. */
function Desks(props: DesksProps) {
  const [only, ...others] = props.session.purposes
  // What Find opens with passes through here and never through the address, which is logged. Opened anew, it forgets
  // what came of the search before.
  const [opened, setOpened] = useState<{ readonly time: number; readonly draft: Partial<Draft> }>({
    time: 0,
    draft: only && others.length === 0 ? { purpose: only } : {},
  })
  const entry = useRef<EntryDesk>(null)
  const answers = useRef<AnswerDrafts>(new Map())
  const search = useSearchDesk()
  const records = useSourceRecords()
  const openFind = (draft: Partial<Draft>) => {
    setOpened({ time: opened.time + 1, draft })
    goTo('/find')
    scrollTo(0, 0)
  }
  return (
    <Desk
      key={opened.time}
      {...props}
      draft={opened.draft}
      entry={entry}
      answers={answers}
      search={search}
      records={records}
      openFind={openFind}
    />
  )
}

interface DeskProps extends DesksProps {
  /** What the Find desk begins with. */
  readonly draft: Partial<Draft>
  readonly entry: RefObject<EntryDesk | null>
  readonly answers: RefObject<AnswerDrafts>
  readonly search: SearchDesk
  readonly records: RecordsDesk
  readonly openFind: (draft: Partial<Draft>) => void
}

/** The desk that the address names. */
function Desk(props: DeskProps) {
  const desk = useFindDesk(props.draft)
  const { name } = props.view
  // Home by a key of its own: left for a page that is still being fetched, it would be kept, and coming back would not ask anew.
  return (
    <Suspense
      key={name === 'home' ? 'home' : 'desk'}
      fallback={<Bars id={name === 'record' ? 'record.asking' : 'common.opening'} />}
    >
      {pageOf(props, desk)}
    </Suspense>
  )
}

function pageOf(props: DeskProps, desk: FindDesk): ReactNode {
  const { session, view, notices, onOpened, entry, answers, search, records, openFind } = props
  switch (view.name) {
    case 'find':
      return <FindPage desk={desk} session={session} />
    case 'record': {
      const listedIn = records.sourceOf(view.record)
      return <RecordPage key={view.record} record={view.record} desk={desk} session={session} listedIn={listedIn} />
    }
    case 'firearm':
      return <FirearmPage key={view.record} record={view.record} desk={desk} session={session} />
    case 'court':
      return <CourtPage key={`${view.record} ${view.other}`} {...view} desk={desk} session={session} />
    case 'review':
      return <ReviewPage desk={desk} session={session} />
    case 'search':
      return <SearchPage desk={search} grounds={desk} session={session} />
    case 'sources':
      return <SourcesPage session={session} />
    case 'source':
      return <SourcePage key={view.source} source={view.source} records={records} desk={desk} session={session} />
    case 'imports':
    case 'import_new':
    case 'import':
      return <ImportsDesk view={view} session={session} />
    case 'enter':
      return <EnterPage kept={entry} grounds={desk} session={session} />
    case 'vocabulary':
      return <VocabularyPage session={session} />
    case 'law':
      return <LawPage session={session} />
    case 'models':
      return <ModelsPage session={session} />
    case 'packs':
      return <PacksPage session={session} />
    case 'questions': {
      const lookUp = (description: Partial<Draft>) => openFind({ ...description, purpose: desk.draft.purpose })
      return <QuestionsPage session={session} named={view.question} drafts={answers} onLookUp={lookUp} />
    }
    case 'traces':
      return <TracesPage session={session} />
    case 'trace':
      return <TracePage key={view.trace} trace={view.trace} session={session} />
    case 'graph':
      return <GraphPage start={view.start} desk={desk} session={session} />
    case 'ballistics':
      return <BallisticsPage session={session} />
    case 'weapon':
      return <WeaponPage key={view.item} item={view.item} session={session} />
    case 'deconfliction':
      return <DeconflictionPage session={session} />
    case 'deconfliction_desk':
      return <SilentPage session={session} />
    case 'operations':
      return <OperationsPage session={session} />
    case 'things':
      return <ThingsPage key={view.within} within={view.within} session={session} />
    case 'thing':
      return <ThingPage key={view.thing} thing={view.thing} session={session} />
    case 'notices':
      return <NoticesPage session={session} notices={notices} />
    case 'oversight':
      return <OversightPage session={session} />
    case 'log':
      return <LogPage session={session} />
    case 'agencies':
      return <AgenciesPage session={session} />
    case 'people':
      return <PeoplePage session={session} />
    case 'me':
      return <MePage session={session} onOpened={onOpened} />
    case 'quality':
      return <QualityPage session={session} />
    case 'exchange':
      return <PartnersPage session={session} />
    case 'partner':
      return <PartnerPage key={view.partner} partner={view.partner} session={session} />
    case 'messages':
      return <MessagesPage filter={view.filter} session={session} />
    case 'known':
      return <KnownPage session={session} />
    case 'corrections':
      return <CorrectionsPage session={session} />
    case 'ledger':
      return <LedgerPage session={session} />
    case 'exchange_keys':
      return <KeysPage session={session} />
    case 'contacts':
      return <ContactsPage session={session} />
    case 'why_not':
      return (
        <WhyNotPage
          key={`${view.record} ${view.other}`}
          record={view.record}
          other={view.other}
          desk={desk}
          session={session}
        />
      )
    case 'cases':
      return <CasesPage session={session} />
    case 'case':
      return <CasePage key={view.file} file={view.file} session={session} />
    case 'recoveries':
      return <RecoveriesPage session={session} />
    case 'recovery':
      return <RecoveryPage key={view.recovery} recovery={view.recovery} session={session} />
    case 'exhibits':
      return <ExhibitsPage list={view.list} session={session} />
    case 'exhibit':
      return <ExhibitPage key={view.exhibit} exhibit={view.exhibit} session={session} />
    case 'storage':
      return <StoragePage place={view.place} session={session} />
    case 'stocktake':
      return <StocktakePage key={view.stocktake} stocktake={view.stocktake} session={session} />
    case 'campaigns':
      return <CampaignsPage key={view.exhibit} exhibit={view.exhibit} session={session} />
    case 'campaign':
      return <CampaignPage key={view.campaign} campaign={view.campaign} session={session} />
    case 'held':
      return <HeldPage session={session} />
    case 'unknown':
      return <UnknownPage />
    default:
      return <HomePage session={session} seen={notices.seen} />
  }
}

function UnknownPage() {
  const { say } = useLanguage()
  return (
    <Section heading={say('common.page.unknown')} ruled={false}>
      <p>
        {say('common.unknown_page')} <Go to={START}>{say('common.page.home')}</Go>
      </p>
    </Section>
  )
}
