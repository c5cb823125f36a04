import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { replica } from '../../replica/index.js';
import { Button, dayOf, Dialog } from '../../ui/index.js';
import type { OverviewRow } from '@alongside/projections/views/overview.view.js';
import { OutsideFigures } from './all-figures.js';
import { asCsv, asText, fileName, HOW_COUNTED, LEFT_OUT, type ToShare } from './figures-to-share.js';

/** Figures for governors and others outside: to look at first, then to download or to copy. Only with the hub in reach: a file says of which day it is. */
export function ShareFigures(props: { open: boolean; onClose: () => void; name: string; row: OverviewRow }): JSX.Element {
  const [told, setTold] = createSignal('');
  const isAway = () => !replica().online() || replica().outOfReachSince() !== undefined;
  const shared = (): ToShare => ({ name: props.name, day: dayOf(), figures: props.row.figures, outside: props.row.outside });
  createEffect(
    on(
      () => props.open,
      () => setTold(''),
    ),
  );
  // Emptied first, so that the same words are read out once more.
  const tell = (words: string) => {
    setTold('');
    queueMicrotask(() => setTold(words));
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([asCsv(shared())], { type: 'text/csv;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: fileName(shared()) });
    link.click();
    URL.revokeObjectURL(url);
    tell('Downloaded. Look in your downloads folder.');
  };
  const copy = async () => {
    try {
      // Absent without https.
      await navigator.clipboard.writeText(asText(shared()));
      tell('Copied. Paste it into your report.');
    } catch {
      tell('Your browser does not allow copying. Download the figures.');
    }
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      wide
      title="Figures to share"
      lead={`For governors and others outside ${props.name}. They name no person. A dash is a figure about 1 to 4 people, or one that could show such a figure. “Nearly all” means at least four in five, with fewer than 5 left over.`}
      foot={
        <Show
          when={!isAway()}
          fallback={<p class="small">We cannot reach Alongside, so these figures may be old. Share them once you are online.</p>}
        >
          <Button onPress={download}>Download (CSV)</Button>
          <Button tone="quiet" onPress={() => void copy()}>
            Copy as text
          </Button>
          <span class="programme__told small" role="status">
            {told()}
          </span>
        </Show>
      }
    >
      <OutsideFigures figures={props.row.figures} outside={props.row.outside} />
      <p class="small muted">{[...HOW_COUNTED, ...LEFT_OUT].join(' ')}</p>
    </Dialog>
  );
}
