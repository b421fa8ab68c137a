import forum from '../plugins/forum/plugin.ts';
import messages from '../plugins/messages/plugin.ts';
import timetable from '../plugins/timetable/plugin.ts';
import type { Plugin } from './host/plugin.ts';

/** The plugins of this installation: the only place that names them. */
export const catalog: readonly Plugin<unknown>[] = [timetable, forum, messages];
