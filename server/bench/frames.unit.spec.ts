import { seeded } from '../demo/random.js';
import { Frames } from './frames.js';

const SEED = Number(process.env['SEED'] ?? 20261127);
const TEXT_FRAME = 0x81;
const KEPT_BYTES = 200;

it('hears what every frame begins with, wherever the pieces were cut', () => {
  const random = seeded(SEED);
  const texts = Array.from({ length: 60 }, (_, place) =>
    `${place} `.padEnd(random.pick([3, 125, 126, 4_000, 65_535, 65_536, 90_000]), 'abc'),
  );
  const all = Buffer.concat(texts.map(frameOf));
  for (let round = 0; round < 20; round += 1) {
    const heard: string[] = [];
    const frames = new Frames(
      () => KEPT_BYTES,
      (start) => heard.push(start.toString()),
    );
    for (let at = 0, end = 0; at < all.length; at = end) {
      end = at + 1 + random.whole(0, random.pick([1, 12, 70_000]));
      frames.take(all.subarray(at, end));
    }
    expect({ SEED, round, heard }).toEqual({ SEED, round, heard: texts.map((text) => text.slice(0, KEPT_BYTES)) });
  }
});

function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(payload.length));
  const head = payload.length < 126 ? [payload.length] : payload.length < 65_536 ? [126, ...long.subarray(6)] : [127, ...long];
  return Buffer.concat([Buffer.from([TEXT_FRAME, ...head]), payload]);
}
