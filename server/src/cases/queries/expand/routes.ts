import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../../access/context.ts'
import { type RouteCountry, type RouteRole, routeCountries } from '../../../custody/rules/recovery-route.ts'
import { codeOfCountry, countryNode } from '../../rules/graph/country-node.ts'
import { idsOf, kindOf, type NodeName, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'

interface Row {
  readonly recovery: string
  readonly form: Pick<RecoveryForm, 'route' | 'parcel'> & { readonly date?: string | null }
}

/** So many recoveries of one country are looked at: a country with more of them is common in any case. */
const MOST_OF_COUNTRY = 2_000

/** What these recoveries' routes say now, and those of recoveries of which some version named one of these countries. */
const ROUTES = `
  SELECT r.id AS recovery,
    jsonb_build_object('route', v.form -> 'route', 'parcel', v.form -> 'parcel', 'date', v.form -> 'date') AS form
  FROM (
    SELECT unnest($1::uuid[]) AS id
    UNION
    SELECT named.recovery_id FROM unnest($2::text[]) AS asked (country)
    CROSS JOIN LATERAL (
      SELECT recovery_id FROM recovery_country c WHERE c.country = asked.country
      ORDER BY recovery_id LIMIT ${MOST_OF_COUNTRY}
    ) AS named
  ) AS wanted
  JOIN recovery r ON r.id = wanted.id
  JOIN LATERAL (
    SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
  ) v ON true`

/** What a carrier wrote on a parcel is a fact; where goods come from and go to is what whoever recovered them makes of it. */
const STANDING_OF: Readonly<Record<RouteRole, Tied['kind']>> = {
  ...{ origin: 'assessment', departure: 'assessment', transit: 'assessment', destination: 'assessment' },
  ...{ sender: 'fact', recipient: 'fact', stop: 'fact' },
}

const whyOf = ({ role, place }: RouteCountry): Tied['why'][number] =>
  place === undefined
    ? { message: `connect.why.route_${role}`, values: {} }
    : { message: 'connect.why.route_stop_at', values: { place } }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** One tie to a country for each standing that it has on the route, with all the parts that it has there. */
function tiesOfRow({ recovery, form: { route, parcel, date } }: Row): Tied[] {
  // What a form leaves out comes back as null.
  const named = routeCountries({ route: route ?? undefined, parcel: parcel ?? undefined })
  const groups = Map.groupBy(named, ({ role, country }) => `${country}:${STANDING_OF[role]}`)
  const on = date != null && DAY.test(date) ? { fromDay: date, toDay: date } : {}
  return [...groups].map(([key, parts]) => {
    const [{ role, country }] = parts as [RouteCountry]
    const ends = { from: nodeNamed('recovery', recovery), to: countryNode(country) }
    const why = [...new Map(parts.map((part) => [JSON.stringify(whyOf(part)), whyOf(part)])).values()]
    return tied(
      { id: `route:${recovery}:${key}`, ...ends, relation: 'on_route', kind: STANDING_OF[role] },
      { ...on, why },
    )
  })
}

/** The countries on the routes of these recoveries, and the recoveries on whose routes these countries are. */
export async function tiesOfRoutes({ client }: Context, nodes: readonly NodeName[]): Promise<readonly Tied[]> {
  const recoveries = idsOf(nodes, 'recovery')
  const countries = nodes.filter((node) => kindOf(node) === 'country').flatMap((node) => codeOfCountry(node) ?? [])
  if (recoveries.length === 0 && countries.length === 0) return []
  const { rows } = await client.query<Row>({ name: 'graph-routes', text: ROUTES, values: [recoveries, countries] })
  const asked = new Set(nodes)
  return rows.flatMap(tiesOfRow).filter(({ from, to }) => asked.has(from) || asked.has(to))
}
