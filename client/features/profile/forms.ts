import { lazy } from 'solid-js';

/** The forms that need pickers and long lists: fetched when a section is first opened, so that the profile itself opens at once. */
const about = () => import('./about-forms.js');
export const NameForm = lazy(async () => ({ default: (await about()).NameForm }));
export const TeachingForm = lazy(async () => ({ default: (await about()).TeachingForm }));
export const StageForm = lazy(async () => ({ default: (await about()).StageForm }));
export const TimesForm = lazy(async () => ({ default: (await import('./times-form.js')).TimesForm }));
export const AimsForm = lazy(async () => ({ default: (await import('./aims-form.js')).AimsForm }));
export const HelpForm = lazy(async () => ({ default: (await import('./help-form.js')).HelpForm }));
export const WaysForm = lazy(async () => ({ default: (await import('./ways-form.js')).WaysForm }));
export const PauseForm = lazy(async () => ({ default: (await import('./pause-form.js')).PauseForm }));
