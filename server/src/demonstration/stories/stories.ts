import { chancesFrom } from '../random.ts'
import { convertedAlarmPistol, untouchedAlarmPistol } from './alarm-pistols.ts'
import { ammunitionLot } from './ammunition.ts'
import { amnesty } from './amnesty.ts'
import { ballisticLead, confirmedHit } from './ballistics.ts'
import { strawPurchase, theftReportedLate } from './buyers.ts'
import { cancelledBalance, divertedConsignment } from './consignments.ts'
import { craftMade } from './craft-made.ts'
import { courtReturn, custodyLeak } from './custody.ts'
import { deactivated, reactivated } from './deactivation.ts'
import { dealersThefts, largeHonestDealer } from './dealers.ts'
import { destroyedYetSeen, wrongCertificateNumber } from './destruction.ts'
import { estate } from './estate.ts'
import { formerState } from './former-state.ts'
import { oneSeizureThreeServices } from './one-seizure.ts'
import { importerAsMaker, oneSerialTwoMakes } from './one-serial.ts'
import { slideOnAnotherFrame } from './other-frame.ts'
import { confirmedReExport, unconfirmedReExport } from './re-export.ts'
import { renewedEntry } from './renewed-entry.ts'
import { seizedTwice } from './seized-twice.ts'
import { silentRecord } from './silent-record.ts'
import { soldAfterReturn, soldAfterTheft } from './sold-after-theft.ts'
import { servicePistolExamined, stolenStateStock } from './state-stock.ts'
import { openTeller, type Story } from './teller.ts'

/** A stream of their own: a story more or less changes nothing of what every day brings. */
const SEED = 20_260_402

/** In the order in which they are told; a new one comes last, so that the others keep their serials and keys. */
const STORIES: readonly Story[] = [
  divertedConsignment,
  cancelledBalance,
  dealersThefts,
  largeHonestDealer,
  custodyLeak,
  courtReturn,
  strawPurchase,
  theftReportedLate,
  convertedAlarmPistol,
  untouchedAlarmPistol,
  destroyedYetSeen,
  wrongCertificateNumber,
  oneSerialTwoMakes,
  importerAsMaker,
  stolenStateStock,
  servicePistolExamined,
  unconfirmedReExport,
  confirmedReExport,
  reactivated,
  deactivated,
  confirmedHit,
  ballisticLead,
  soldAfterTheft,
  soldAfterReturn,
  estate,
  amnesty,
  slideOnAnotherFrame,
  oneSeizureThreeServices,
  ammunitionLot,
  craftMade,
  silentRecord,
  formerState,
  renewedEntry,
  seizedTwice,
]

/** The rows that the planted stories add to each source. What is true of them stands apart and is read by no program. */
export function tellStories() {
  const { teller, rows } = openTeller(chancesFrom(SEED))
  const truths = STORIES.map((story) => story(teller))
  return { rows, truths }
}
