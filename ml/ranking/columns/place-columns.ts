import { NEAR_MILES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Mentor, Workplace } from '../../features/candidate.js';
import { meetsOnline, milesAcross, SAME_INSTITUTION, SAME_TRUST, scoreOfMiles } from '../parts/proximity.js';
import type { Seeker } from '../seeker.js';
import type { Weights } from '../weights.js';
import { grown, LEFT_OUT, type Columns } from './columns.js';

/** How many places of work a row has. A mentor at several is bound by nothing here: few are, and they are looked at themselves. */
const [NONE, SEVERAL] = [0, 2];
const [NO_TRUST, NO_PLACE, NO_MENTOR_THERE] = [-1, -2, -3];

interface Mine {
  readonly institution: number;
  readonly trust: number;
  /** `NaN` where it is not on the map: no distance to it is the least. */
  readonly easting: number;
  readonly northing: number;
}

/** How a mentor’s place of work stands to the mentee’s: made once and written for each row. */
interface Near {
  hasPlace: boolean;
  sameInstitution: boolean;
  sameTrust: boolean;
  /** `Infinity` where it is not known. */
  miles: number;
  meetsOnline: boolean;
}

/** `meetsAll` (must-haves.ts) of a mentor at one place. */
const MAY_HAVE: Readonly<Record<MustHave, (near: Near) => boolean>> = {
  'other-school': ({ hasPlace, sameInstitution }) => hasPlace && !sameInstitution,
  'same-trust': ({ sameTrust }) => sameTrust,
  near: ({ sameInstitution, miles }) => sameInstitution || miles <= NEAR_MILES,
  online: (near) => near.meetsOnline,
};

/** Proximity, and what is insisted on of it: where each mentor works, and whether they meet online. */
export class PlaceColumns implements Columns {
  /** Institutions and trusts, in the order in which they come. */
  readonly #numbers = new Map<string, number>();
  #places = new Uint8Array(0);
  #online = new Uint8Array(0);
  #institutions = new Int32Array(0);
  #trusts = new Int32Array(0);
  #eastings = new Float64Array(0);
  #northings = new Float64Array(0);

  grow(rows: number): void {
    [this.#places, this.#online] = [grown(this.#places, Uint8Array, rows), grown(this.#online, Uint8Array, rows)];
    [this.#institutions, this.#trusts] = [grown(this.#institutions, Int32Array, rows), grown(this.#trusts, Int32Array, rows)];
    [this.#eastings, this.#northings] = [grown(this.#eastings, Float64Array, rows), grown(this.#northings, Float64Array, rows)];
  }

  put(row: number, mentor: Mentor): void {
    const [place] = mentor.workplaces;
    this.#places[row] = Math.min(mentor.workplaces.length, SEVERAL);
    this.#online[row] = meetsOnline(mentor) ? 1 : 0;
    this.#institutions[row] = place ? this.#numberOf(place.institution) : NO_PLACE;
    this.#trusts[row] = place?.trust ? this.#numberOf(place.trust) : NO_TRUST;
    [this.#eastings[row], this.#northings[row]] = onMap(place);
  }

  mostFor({ mentee }: Seeker, weights: Weights): (row: number) => number {
    const known = (id: string | null) => (id === null ? undefined : this.#numbers.get(id)) ?? NO_MENTOR_THERE;
    const mine = mentee.workplaces.map((place): Mine => {
      const [easting, northing] = onMap(place);
      return { institution: known(place.institution), trust: known(place.trust), easting, northing };
    });
    const online = meetsOnline(mentee);
    const insists = mentee.mustHaves.map((one) => MAY_HAVE[one]);
    const near: Near = { hasPlace: false, sameInstitution: false, sameTrust: false, miles: Infinity, meetsOnline: false };
    return (row) => {
      if (this.#places[row] === SEVERAL) return weights.proximity;
      this.#stand(row, mine, near);
      for (const has of insists) if (!has(near)) return LEFT_OUT;
      return weights.proximity * scoreOf(near, online);
    };
  }

  #stand(row: number, mine: readonly Mine[], near: Near): void {
    const [institution, trust] = [this.#institutions[row] as number, this.#trusts[row] as number];
    near.hasPlace = this.#places[row] !== NONE;
    near.meetsOnline = this.#online[row] === 1;
    near.sameInstitution = false;
    near.sameTrust = false;
    near.miles = Infinity;
    for (const place of mine) {
      near.sameInstitution ||= place.institution === institution;
      near.sameTrust ||= place.trust === trust;
      const miles = milesAcross(place.easting - (this.#eastings[row] as number), place.northing - (this.#northings[row] as number));
      if (miles < near.miles) near.miles = miles;
    }
  }

  #numberOf(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size;
    this.#numbers.set(id, number);
    return number;
  }
}

function onMap(place: Workplace | undefined): [easting: number, northing: number] {
  if (place?.easting === undefined || place.northing === undefined) return [Number.NaN, Number.NaN];
  return [place.easting, place.northing];
}

function scoreOf({ sameInstitution, sameTrust, miles, meetsOnline: theirs }: Near, mine: boolean): number {
  if (sameInstitution) return SAME_INSTITUTION;
  return sameTrust ? SAME_TRUST : scoreOfMiles(miles, mine && theirs);
}
