import type { Answer } from '@alongside/domain/protocol/messages.js';

export type Refused = Extract<Answer, { outcome: 'rejected' }>;
export type OnRefused<Task> = (task: Task, why: Refused) => void;

/** Does one act for many; where one of them keeps the others from it, one by one. `give` answers why it was refused, for these. */
export async function together<Task>(
  tasks: readonly Task[],
  give: (some: readonly Task[]) => Promise<Refused | undefined>,
  onRefused: OnRefused<Task>,
): Promise<void> {
  if (tasks.length === 0) return;
  const why = await give(tasks);
  if (!why) return;
  if (tasks.length === 1) tasks.forEach((task) => onRefused(task, why));
  else for (const task of tasks) await together([task], give, onRefused);
}
