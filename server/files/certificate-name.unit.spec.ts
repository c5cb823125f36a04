import { certificateNameOf } from './certificate-name.controller.js';

test('a person is told which letters of their name a certificate cannot print, and of the name they entered instead', async () => {
  expect(await certificateNameOf({ name: 'Adébáyọ̀ محمد 王', names: {} })).toMatchObject({
    missing: [],
    printed: null,
    missingInPrinted: [],
  });
  expect(await certificateNameOf({ name: '𞤀dam Diallo', names: {} })).toMatchObject({ missing: ['𞤀'], printed: null });
  expect(await certificateNameOf({ name: '𞤀dam', names: { printed: 'Adam' } })).toMatchObject({ printed: 'Adam', missingInPrinted: [] });
  expect(await certificateNameOf({ name: '𞤀dam', names: { printed: '𞤣' } })).toMatchObject({ missingInPrinted: ['𞤣'] });
});
