import { render } from 'solid-js/web';
import { parseWithoutEval } from '@alongside/domain/kernel/without-eval.js';
import '../ui/ui.css';
import './shell.css';
import { httpTransport } from '../replica/http-transport.js';
import { startReplica } from '../replica/index.js';
import { fetchAhead } from '../ui/fetch-ahead.js';
import { App } from './app.js';
import { followSystem } from './display-settings.js';

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');

parseWithoutEval();
followSystem();
void startReplica(httpTransport).refresh();
render(() => <App />, place);
fetchAhead();
