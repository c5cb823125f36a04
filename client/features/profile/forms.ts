import { lazyPart } from '../../ui/lazy-part.js';

/** The forms that need pickers and long lists: fetched when a section is first opened, or ahead of that, so that the profile itself opens at once. */
const about = () => import('./about-forms.js');
export const NameForm = lazyPart(async () => ({ default: (await about()).NameForm }));
export const TeachingForm = lazyPart(async () => ({ default: (await about()).TeachingForm }));
export const StageForm = lazyPart(async () => ({ default: (await about()).StageForm }));
export const TimesForm = lazyPart(async () => ({ default: (await import('./times-form.js')).TimesForm }));
export const AimsForm = lazyPart(async () => ({ default: (await import('./aims-form.js')).AimsForm }));
export const HelpForm = lazyPart(async () => ({ default: (await import('./help-form.js')).HelpForm }));
export const WaysForm = lazyPart(async () => ({ default: (await import('./ways-form.js')).WaysForm }));
export const PauseForm = lazyPart(async () => ({ default: (await import('./pause-form.js')).PauseForm }));
