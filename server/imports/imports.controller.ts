import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Request } from 'express';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { lookIn } from '../queries/live-views.js';
import { mayImport } from './may-import.js';
import { IMPORT_LIMIT_BYTES } from './read-csv.js';
import type { Brought, Imports, ImportTarget } from './imports.js';
import { saidOfFile } from './words.js';

/** Injection token of `Imports`. */
export const IMPORTS = Symbol('Imports');
/** Rows of the preview, and problems told one by one. */
const SAMPLE_ROWS = 20;
const PROBLEMS_SHOWN = 500;
/** Files on their way in at once: each is held in memory while it is read. */
const UPLOADS_LIMIT_AT_ONCE = 2;
/** The staff of the largest trusts are some thousands of rows. */
const STAFF_LIMIT_BYTES = 8 * 1024 * 1024;
const LIMIT_BYTES: Readonly<Record<ImportTarget['kind'], number>> = { institutions: IMPORT_LIMIT_BYTES, staff: STAFF_LIMIT_BYTES };
const notAllowed = () =>
  new Problem(
    403,
    'COMMAND.NOT_ALLOWED',
    'This is for those who coordinate the institution, and schools are for administrators of the hub.',
  );

/** A file of schools or staff: brought, looked at, confirmed, followed, called off. */
@Controller('api/imports')
export class ImportsController {
  #uploads = 0;

  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(IMPORTS) private readonly imports: Imports,
  ) {}

  @Post()
  @HttpCode(200)
  async bring(
    @SignedIn() person: PersonId,
    @Query('kind') kind: string | undefined,
    @Query('institution') institution: string | undefined,
    @Req() request: Request,
  ) {
    const target = targetOf(kind, institution);
    if (!target || !this.#may(person, target)) throw notAllowed();
    const brought = this.imports.bring(await this.#bytesInTurn(request, LIMIT_BYTES[target.kind]), target, person);
    if (!brought.ok) throw new Problem(422, brought.error.code, saidOfFile(brought.error));
    return shown(brought.value);
  }

  @Post(':id/confirm')
  @HttpCode(202)
  confirm(@SignedIn() person: PersonId, @Param('id') id: string) {
    const brought = this.#find(person, id);
    // Done in the hub's name: whoever has lost the right since the file was shown has lost it here too.
    if (!this.#may(person, brought.target)) throw notAllowed();
    void this.imports.run(brought);
    return brought.job.progress();
  }

  @Get(':id')
  @Header('Cache-Control', 'private, no-store')
  follow(@SignedIn() person: PersonId, @Param('id') id: string) {
    return this.#find(person, id).job.progress();
  }

  @Delete(':id')
  @HttpCode(200)
  callOff(@SignedIn() person: PersonId, @Param('id') id: string) {
    const { job } = this.#find(person, id);
    job.cancel();
    return job.progress();
  }

  #may(person: PersonId, target: ImportTarget): boolean {
    return mayImport(this.hub.audience.actor(person), target, lookIn(this.hub.views.store));
  }

  async #bytesInTurn(request: Request, limitBytes: number): Promise<Buffer> {
    if (this.#uploads >= UPLOADS_LIMIT_AT_ONCE)
      throw new Problem(429, 'IMPORT.BUSY', 'Other files are being brought in just now. Please try again in a minute.');
    this.#uploads += 1;
    try {
      return await bytesOf(request, limitBytes);
    } finally {
      this.#uploads -= 1;
    }
  }

  #find(person: PersonId, id: string): Brought {
    const found = this.imports.find(id, person);
    if (!found) throw notThere();
    return found;
  }
}

function targetOf(kind: string | undefined, institution: string | undefined): ImportTarget | undefined {
  if (kind === 'institutions') return { kind };
  return kind === 'staff' && institution ? { kind, institution: institution as InstitutionId } : undefined;
}

function shown({ id, job, encoding }: Brought) {
  const { plan } = job;
  return {
    ...job.progress(),
    id,
    encoding,
    kind: plan.kind,
    sample: plan.rows.slice(0, SAMPLE_ROWS),
    problems: plan.problems.slice(0, PROBLEMS_SHOWN),
    problemsTotal: plan.problems.length,
    errorsTotal: plan.problems.filter(({ weight }) => weight === 'error').length,
    ...(plan.kind === 'institutions' && { notOpen: plan.notOpen }),
  };
}

/** The body as it was sent, within a limit: a file is not JSON. */
async function bytesOf(request: Request, limitBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limitBytes)
      throw new Problem(
        413,
        'IMPORT.TOO_LARGE',
        `The file is larger than ${limitBytes / 1024 / 1024} MB. Split it and import the parts one after another.`,
      );
    parts.push(part);
  }
  return Buffer.concat(parts);
}
