import type { Slot } from '../../shared/people/say.js';
import { anotherTime, usualLeft, withSlot } from './week.js';

const tuesday = (from: string, to: string) => ({ weekday: 'tuesday', from, to }) as Slot;

describe('a week of free times', () => {
  test('a usual time is offered until something runs into it, on that day alone', () => {
    const slots = [tuesday('16:30', '17:30')];
    expect(usualLeft(slots, 'tuesday').map(({ name }) => name)).toEqual(['Before school', 'Evening']);
    expect(usualLeft(slots, 'monday').map(({ name }) => name)).toEqual(['Before school', 'After school', 'Evening']);
    expect(usualLeft([tuesday('17:00', '17:30')], 'tuesday').map(({ name }) => name)).toContain('After school');
  });

  test('a new time takes its place in the order of the week', () => {
    const slots = withSlot(withSlot([tuesday('15:40', '17:00')], 'monday', '18:30', '19:30'), 'tuesday', '08:00', '08:40');
    expect(slots.map(({ weekday, from }) => `${weekday} ${from}`)).toEqual(['monday 18:30', 'tuesday 08:00', 'tuesday 15:40']);
  });

  test('another time follows what is there and overlaps nothing of that day', () => {
    expect(anotherTime([], 'tuesday')).toEqual({ from: '12:15', to: '13:15' });
    expect(anotherTime([tuesday('15:40', '17:00')], 'tuesday')).toEqual({ from: '17:00', to: '18:00' });
    expect(anotherTime([tuesday('21:00', '22:30')], 'tuesday')).toEqual({ from: '22:30', to: '23:30' });
  });
});
