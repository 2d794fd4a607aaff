import { MAKE_SINCE } from '../../../domain/src/facts/makes.ts'
import type { MakeRow } from '../../../domain/src/lexicons/make-row.ts'
import { MAKES } from '../../../domain/src/make.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'
import { drawerOf, zipf } from './draw.ts'
import { type MixModel, modelsOf } from './models.ts'
import { type ShapeShare, shapesOf } from './serial-shapes.ts'

export interface MixMake {
  /** As a register writes it: the name of the table of makes without what stands there in brackets. */
  readonly name: string
  readonly row: MakeRow
  /** The year before which it made no firearm; 0 where no table says. */
  readonly since: number
  readonly models: readonly MixModel[]
  readonly shapes: readonly ShapeShare[]
  readonly drawModel: (chances: Chances) => MixModel
}

/** The makes, the commonest first, each with the types of which it makes most. */
const RANKED =
  'taurus pistol revolver,rossi revolver rifle,glock pistol,smith_wesson revolver pistol,beretta pistol shotgun,colt pistol revolver,cz pistol rifle,cbc shotgun rifle,imbel pistol,ruger pistol rifle revolver,' +
  'zastava pistol rifle assault_rifle,bersa pistol,remington rifle shotgun,izhevsk assault_rifle rifle,winchester rifle shotgun,mossberg shotgun,fn pistol rifle,walther pistol,browning pistol shotgun,sig_sauer pistol,' +
  'boito shotgun,heckler_koch pistol submachine_gun,norinco pistol assault_rifle,canik pistol,savage rifle,star pistol,llama pistol,astra pistol revolver,marlin rifle,girsan pistol,' +
  'springfield_armory pistol rifle,izhmekh shotgun pistol,hi_point pistol,stoeger shotgun pistol,sarsilmaz pistol shotgun,harrington_richardson revolver shotgun,iver_johnson revolver,arsenal assault_rifle pistol,cugir assault_rifle rifle,feg pistol,' +
  'tisas pistol,hatsan shotgun,mauser rifle pistol,steyr pistol rifle,keltec pistol rifle,kimber pistol,charter_arms revolver,high_standard revolver pistol,stevens shotgun rifle,radom pistol assault_rifle,' +
  'tula shotgun rifle,benelli shotgun,franchi shotgun,tanfoglio pistol,bernardelli pistol shotgun,hs_produkt pistol,iwi assault_rifle pistol,imi submachine_gun pistol,ballester_molina pistol,fm_argentina pistol rifle,' +
  'ina submachine_gun revolver,famae submachine_gun revolver,rexio revolver,indumil revolver rifle,mendoza rifle submachine_gun,armscor_ph pistol revolver,rohm revolver,umarex pistol,ekol alarm_signal,zoraki alarm_signal,' +
  'blow alarm_signal,retay alarm_signal shotgun,huglu shotgun,yildiz shotgun,akkar shotgun,derya shotgun,akdal pistol shotgun,kral shotgun,uzkon shotgun,molot rifle assault_rifle,' +
  'zid machine_gun assault_rifle,fort pistol,grand_power pistol,arex pistol,sauer rifle,erma pistol rifle,anschutz rifle,weihrauch revolver rifle,merkel shotgun rifle,blaser rifle,' +
  'bushmaster assault_rifle,dpms assault_rifle,anderson assault_rifle,palmetto assault_rifle,armalite assault_rifle rifle,rock_river assault_rifle,heritage revolver,henry rifle,sccy pistol,maverick shotgun,' +
  'diamondback pistol assault_rifle,cobra pistol,intratec pistol,lorcin pistol,jennings pistol,davis pistol,raven pistol,phoenix_arms pistol,dan_wesson revolver,ithaca shotgun,' +
  'weatherby rifle shotgun,barrett rifle,thompson submachine_gun,sako rifle,tikka rifle,husqvarna rifle shotgun,howa rifle,manurhin revolver,mas rifle assault_rifle,mab pistol,' +
  'unique pistol,webley revolver,enfield rifle revolver,bsa rifle shotgun,uberti revolver rifle'

/** So that two firearms of one make agree in the model about as often as in real records: one time in five. */
const MODEL_STEEPNESS = 1.5

const rows = new Map(MAKES.map((row) => [row.code, row]))

function mixMake(ranked: string): MixMake {
  const [code = '', ...types] = ranked.split(' ')
  const row = rows.get(code)
  if (!row) throw new Error(`The mix names the make ${code}, which no table of makes has.`)
  const models = modelsOf(code, types)
  const draw = drawerOf(zipf(models.length, MODEL_STEEPNESS))
  const name = row.name.replace(/ \(.*\)$/, '')
  return {
    name,
    row,
    since: MAKE_SINCE[code] ?? 0,
    models,
    shapes: shapesOf(code),
    drawModel: (chances) => models[draw(chances)]!,
  }
}

/** The makes of the mix, the commonest first. */
export const MIX_MAKES: readonly MixMake[] = RANKED.split(',').map(mixMake)

const byName = new Map(MIX_MAKES.map((make) => [make.name, make]))

/** The make of a registered name. Throws where the mix has none. */
export function mixMakeNamed(name: string): MixMake {
  const make = byName.get(name)
  if (!make) throw new Error(`The mix has no make ${name}.`)
  return make
}

/** The shares of the makes, by Zipf's law. */
export const MAKE_WEIGHTS: readonly number[] = zipf(MIX_MAKES.length)

const draw = drawerOf(MAKE_WEIGHTS)

/** A make by Zipf's law. */
export const drawMake = (chances: Chances): MixMake => MIX_MAKES[draw(chances)]!
