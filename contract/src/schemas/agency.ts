import * as z from 'zod'
import { identifier } from './common.ts'

/** An agency as others know it: its name, and the desk to turn to. */
export const agencyDesk = z.object({ id: identifier, name: z.string(), desk: z.string() })
export type AgencyDesk = z.infer<typeof agencyDesk>
export const agencyList = z.object({ agencies: z.array(agencyDesk) })
