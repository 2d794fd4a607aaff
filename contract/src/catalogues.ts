import { LOCALES, type Locale } from './locales.ts'
import arAgencies from './messages/ar/agencies.json' with { type: 'json' }
import arAskDesks from './messages/ar/ask-desks.json' with { type: 'json' }
import arBallistic from './messages/ar/ballistic.json' with { type: 'json' }
import arCases from './messages/ar/cases.json' with { type: 'json' }
import arConnect from './messages/ar/connect.json' with { type: 'json' }
import arCourt from './messages/ar/court.json' with { type: 'json' }
import arCourtPackage from './messages/ar/court-package.json' with { type: 'json' }
import arCustody from './messages/ar/custody.json' with { type: 'json' }
import arDeconfliction from './messages/ar/deconfliction.json' with { type: 'json' }
import arEntry from './messages/ar/entry.json' with { type: 'json' }
import arErrors from './messages/ar/errors.json' with { type: 'json' }
import arEvaluation from './messages/ar/evaluation.json' with { type: 'json' }
import arEvidence from './messages/ar/evidence.json' with { type: 'json' }
import arExchange from './messages/ar/exchange.json' with { type: 'json' }
import arExchangeDesk from './messages/ar/exchange-desk.json' with { type: 'json' }
import arField from './messages/ar/field.json' with { type: 'json' }
import arFindList from './messages/ar/find-list.json' with { type: 'json' }
import arFirearm from './messages/ar/firearm.json' with { type: 'json' }
import arHome from './messages/ar/home.json' with { type: 'json' }
import arImports from './messages/ar/imports.json' with { type: 'json' }
import arKnown from './messages/ar/known.json' with { type: 'json' }
import arLife from './messages/ar/life.json' with { type: 'json' }
import arLog from './messages/ar/log.json' with { type: 'json' }
import arModels from './messages/ar/models.json' with { type: 'json' }
import arOversight from './messages/ar/oversight.json' with { type: 'json' }
import arQuality from './messages/ar/quality.json' with { type: 'json' }
import arQuestions from './messages/ar/questions.json' with { type: 'json' }
import arRecord from './messages/ar/record.json' with { type: 'json' }
import arRecovery from './messages/ar/recovery.json' with { type: 'json' }
import arReleases from './messages/ar/releases.json' with { type: 'json' }
import arReview from './messages/ar/review.json' with { type: 'json' }
import arSearch from './messages/ar/search.json' with { type: 'json' }
import arShell from './messages/ar/shell.json' with { type: 'json' }
import arSignIn from './messages/ar/sign-in.json' with { type: 'json' }
import arSources from './messages/ar/sources.json' with { type: 'json' }
import arStorage from './messages/ar/storage.json' with { type: 'json' }
import arThings from './messages/ar/things.json' with { type: 'json' }
import arTraces from './messages/ar/traces.json' with { type: 'json' }
import arVocabulary from './messages/ar/vocabulary.json' with { type: 'json' }
import arWeb from './messages/ar/web.json' with { type: 'json' }
import arWhyNot from './messages/ar/why-not.json' with { type: 'json' }
import enAgencies from './messages/en/agencies.json' with { type: 'json' }
import enAskDesks from './messages/en/ask-desks.json' with { type: 'json' }
import enBallistic from './messages/en/ballistic.json' with { type: 'json' }
import enCases from './messages/en/cases.json' with { type: 'json' }
import enConnect from './messages/en/connect.json' with { type: 'json' }
import enCourt from './messages/en/court.json' with { type: 'json' }
import enCourtPackage from './messages/en/court-package.json' with { type: 'json' }
import enCustody from './messages/en/custody.json' with { type: 'json' }
import enDeconfliction from './messages/en/deconfliction.json' with { type: 'json' }
import enEntry from './messages/en/entry.json' with { type: 'json' }
import enErrors from './messages/en/errors.json' with { type: 'json' }
import enEvaluation from './messages/en/evaluation.json' with { type: 'json' }
import enEvidence from './messages/en/evidence.json' with { type: 'json' }
import enExchange from './messages/en/exchange.json' with { type: 'json' }
import enExchangeDesk from './messages/en/exchange-desk.json' with { type: 'json' }
import enField from './messages/en/field.json' with { type: 'json' }
import enFindList from './messages/en/find-list.json' with { type: 'json' }
import enFirearm from './messages/en/firearm.json' with { type: 'json' }
import enHome from './messages/en/home.json' with { type: 'json' }
import enImports from './messages/en/imports.json' with { type: 'json' }
import enKnown from './messages/en/known.json' with { type: 'json' }
import enLife from './messages/en/life.json' with { type: 'json' }
import enLog from './messages/en/log.json' with { type: 'json' }
import enModels from './messages/en/models.json' with { type: 'json' }
import enOversight from './messages/en/oversight.json' with { type: 'json' }
import enQuality from './messages/en/quality.json' with { type: 'json' }
import enQuestions from './messages/en/questions.json' with { type: 'json' }
import enRecord from './messages/en/record.json' with { type: 'json' }
import enRecovery from './messages/en/recovery.json' with { type: 'json' }
import enReleases from './messages/en/releases.json' with { type: 'json' }
import enReview from './messages/en/review.json' with { type: 'json' }
import enSearch from './messages/en/search.json' with { type: 'json' }
import enShell from './messages/en/shell.json' with { type: 'json' }
import enSignIn from './messages/en/sign-in.json' with { type: 'json' }
import enSources from './messages/en/sources.json' with { type: 'json' }
import enStorage from './messages/en/storage.json' with { type: 'json' }
import enThings from './messages/en/things.json' with { type: 'json' }
import enTraces from './messages/en/traces.json' with { type: 'json' }
import enVocabulary from './messages/en/vocabulary.json' with { type: 'json' }
import enWeb from './messages/en/web.json' with { type: 'json' }
import enWhyNot from './messages/en/why-not.json' with { type: 'json' }
import frAgencies from './messages/fr/agencies.json' with { type: 'json' }
import frAskDesks from './messages/fr/ask-desks.json' with { type: 'json' }
import frBallistic from './messages/fr/ballistic.json' with { type: 'json' }
import frCases from './messages/fr/cases.json' with { type: 'json' }
import frConnect from './messages/fr/connect.json' with { type: 'json' }
import frCourt from './messages/fr/court.json' with { type: 'json' }
import frCourtPackage from './messages/fr/court-package.json' with { type: 'json' }
import frCustody from './messages/fr/custody.json' with { type: 'json' }
import frDeconfliction from './messages/fr/deconfliction.json' with { type: 'json' }
import frEntry from './messages/fr/entry.json' with { type: 'json' }
import frErrors from './messages/fr/errors.json' with { type: 'json' }
import frEvaluation from './messages/fr/evaluation.json' with { type: 'json' }
import frEvidence from './messages/fr/evidence.json' with { type: 'json' }
import frExchange from './messages/fr/exchange.json' with { type: 'json' }
import frExchangeDesk from './messages/fr/exchange-desk.json' with { type: 'json' }
import frField from './messages/fr/field.json' with { type: 'json' }
import frFindList from './messages/fr/find-list.json' with { type: 'json' }
import frFirearm from './messages/fr/firearm.json' with { type: 'json' }
import frHome from './messages/fr/home.json' with { type: 'json' }
import frImports from './messages/fr/imports.json' with { type: 'json' }
import frKnown from './messages/fr/known.json' with { type: 'json' }
import frLife from './messages/fr/life.json' with { type: 'json' }
import frLog from './messages/fr/log.json' with { type: 'json' }
import frModels from './messages/fr/models.json' with { type: 'json' }
import frOversight from './messages/fr/oversight.json' with { type: 'json' }
import frQuality from './messages/fr/quality.json' with { type: 'json' }
import frQuestions from './messages/fr/questions.json' with { type: 'json' }
import frRecord from './messages/fr/record.json' with { type: 'json' }
import frRecovery from './messages/fr/recovery.json' with { type: 'json' }
import frReleases from './messages/fr/releases.json' with { type: 'json' }
import frReview from './messages/fr/review.json' with { type: 'json' }
import frSearch from './messages/fr/search.json' with { type: 'json' }
import frShell from './messages/fr/shell.json' with { type: 'json' }
import frSignIn from './messages/fr/sign-in.json' with { type: 'json' }
import frSources from './messages/fr/sources.json' with { type: 'json' }
import frStorage from './messages/fr/storage.json' with { type: 'json' }
import frThings from './messages/fr/things.json' with { type: 'json' }
import frTraces from './messages/fr/traces.json' with { type: 'json' }
import frVocabulary from './messages/fr/vocabulary.json' with { type: 'json' }
import frWeb from './messages/fr/web.json' with { type: 'json' }
import frWhyNot from './messages/fr/why-not.json' with { type: 'json' }
import { type Catalogue, createSay, type Say } from './messages.ts'

/** Every catalogue in every language, for the server, the shell and the tests. The browser loads its own, one language. */
export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = {
  en: {
    ...enAgencies,
    ...enAskDesks,
    ...enBallistic,
    ...enCases,
    ...enConnect,
    ...enCourt,
    ...enCourtPackage,
    ...enCustody,
    ...enDeconfliction,
    ...enEntry,
    ...enErrors,
    ...enEvaluation,
    ...enEvidence,
    ...enExchange,
    ...enExchangeDesk,
    ...enField,
    ...enFindList,
    ...enFirearm,
    ...enHome,
    ...enImports,
    ...enKnown,
    ...enLife,
    ...enLog,
    ...enModels,
    ...enOversight,
    ...enQuality,
    ...enQuestions,
    ...enRecord,
    ...enRecovery,
    ...enReleases,
    ...enReview,
    ...enSearch,
    ...enShell,
    ...enSignIn,
    ...enSources,
    ...enStorage,
    ...enThings,
    ...enTraces,
    ...enVocabulary,
    ...enWeb,
    ...enWhyNot,
  },
  fr: {
    ...frAgencies,
    ...frAskDesks,
    ...frBallistic,
    ...frCases,
    ...frConnect,
    ...frCourt,
    ...frCourtPackage,
    ...frCustody,
    ...frDeconfliction,
    ...frEntry,
    ...frErrors,
    ...frEvaluation,
    ...frEvidence,
    ...frExchange,
    ...frExchangeDesk,
    ...frField,
    ...frFindList,
    ...frFirearm,
    ...frHome,
    ...frImports,
    ...frKnown,
    ...frLife,
    ...frLog,
    ...frModels,
    ...frOversight,
    ...frQuality,
    ...frQuestions,
    ...frRecord,
    ...frRecovery,
    ...frReleases,
    ...frReview,
    ...frSearch,
    ...frShell,
    ...frSignIn,
    ...frSources,
    ...frStorage,
    ...frThings,
    ...frTraces,
    ...frVocabulary,
    ...frWeb,
    ...frWhyNot,
  },
  ar: {
    ...arAgencies,
    ...arAskDesks,
    ...arBallistic,
    ...arCases,
    ...arConnect,
    ...arCourt,
    ...arCourtPackage,
    ...arCustody,
    ...arDeconfliction,
    ...arEntry,
    ...arErrors,
    ...arEvaluation,
    ...arEvidence,
    ...arExchange,
    ...arExchangeDesk,
    ...arField,
    ...arFindList,
    ...arFirearm,
    ...arHome,
    ...arImports,
    ...arKnown,
    ...arLife,
    ...arLog,
    ...arModels,
    ...arOversight,
    ...arQuality,
    ...arQuestions,
    ...arRecord,
    ...arRecovery,
    ...arReleases,
    ...arReview,
    ...arSearch,
    ...arShell,
    ...arSignIn,
    ...arSources,
    ...arStorage,
    ...arThings,
    ...arTraces,
    ...arVocabulary,
    ...arWeb,
    ...arWhyNot,
  },
}

const speakers = new Map<Locale, Say>()

/** The speaker of a language. */
export function sayIn(locale: Locale): Say {
  const known = speakers.get(locale)
  if (known) return known
  const say = createSay(locale, CATALOGUES[Object.hasOwn(LOCALES, locale) ? locale : 'en'])
  speakers.set(locale, say)
  return say
}
