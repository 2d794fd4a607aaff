import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoveryList, RecoveryShown } from '@proofmark/contract/schemas/recovery-answers'
import type { ListedPage, RecoveryOnList } from '../commands/list-recoveries.ts'
import type { RecoveryView } from '../commands/show-recovery.ts'
import type { NearRecovery } from '../queries/near.ts'
import { minimumAtRecovery } from '../rules/minimum-at-recovery.ts'
import { remarksOn } from '../rules/remarks.ts'
import { presentExamination } from './examination.ts'

const placeOf = ({ place }: RecoveryForm): string | null => place.locality ?? place.description ?? place.country ?? null

const presentNear = ({ reasons, joined, ...near }: NearRecovery): RecoveryShown['near'][number] => ({
  ...near,
  reasons: [...reasons],
  joined:
    joined === null || joined.verdict === 'withdrawn'
      ? null
      : { verdict: joined.verdict, by: joined.by, at: joined.at.toISOString(), why: joined.why },
})

/** A recovery for whoever may see it; the persons for those whose work it is. */
export function presentRecovery(view: RecoveryView): RecoveryShown {
  const { recovery, versions, shown, persons, exhibits, readable } = view
  const { missing, completeness } = minimumAtRecovery(shown.form)
  const records = new Map(
    exhibits.map(({ id, record }) => [id, record !== null && readable.has(record) ? record : null]),
  )
  return {
    recovery: recovery.id,
    version: shown.version,
    agency: recovery.agencyName,
    opened: { by: recovery.openedBy, at: recovery.openedAt.toISOString() },
    form: persons ? shown.form : { ...shown.form, persons: [] },
    persons,
    exhibits: shown.form.exhibits.map(({ exhibit, kind, number }) => ({
      exhibit,
      kind,
      number: number ?? null,
      record: records.get(exhibit) ?? null,
    })),
    missing: [...missing],
    completeness,
    versions: versions.map(({ version, base, stands, by, at }) => ({
      version,
      base,
      stands,
      by,
      at: at.toISOString(),
    })),
    examinations: view.examinations.map(presentExamination),
    near: view.near.map(presentNear),
    remarks: remarksOn(shown, view.unsealed),
  }
}

const presentListed = (each: RecoveryOnList): RecoveryList['recoveries'][number] => ({
  recovery: each.id,
  version: each.version,
  agency: each.agencyName,
  status: each.status,
  reference: each.form.reference ?? null,
  paper: each.form.paper ?? null,
  date: each.form.date ?? null,
  place: placeOf(each.form),
  opened: { by: each.openedBy, at: each.openedAt.toISOString() },
  exhibits: each.form.exhibits.map(({ exhibit, kind, number }) => ({ exhibit, kind, number: number ?? null })),
  completeness: each.completeness,
})

export const presentRecoveries = ({ recoveries, more }: ListedPage): RecoveryList => ({
  recoveries: recoveries.map(presentListed),
  more,
})
