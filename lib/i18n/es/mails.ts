import type { Mails } from '../en/mails.ts';

export const mails: Mails = {
  mail: {
    confirmSubject: (name) => `Confirma tu suscripción a ${name}`,
    confirmPreview: 'Con pulsar un botón quedas en la lista.',
    confirmHeading: 'Confirma tu suscripción',
    confirmSentence: (name) =>
      `Alguien, esperamos que tú, escribió esta dirección en ${name} para recibir nuestras notas por correo.`,
    confirmButton: 'Confirmar mi suscripción',
    confirmByHand: 'Si el botón no funciona, abre esta dirección en tu navegador:',
    confirmHonest:
      'El enlace sirve una vez y durante 24 horas. Si no lo pediste tú, no hagas nada: sin confirmación no te enviamos ningún boletín.',
    alreadySubject: (name) => `Tu suscripción a ${name} ya está activa`,
    alreadyPreview: 'No queda nada por hacer.',
    alreadyHeading: 'Tu suscripción ya está activa',
    alreadySentence: (name) =>
      `Alguien, esperamos que tú, volvió a escribir esta dirección en ${name}. Ya está confirmada, así que no queda nada por hacer. Con el botón inicias sesión.`,
    alreadyHonest:
      'Si no fuiste tú, tampoco tienes que hacer nada: no ha cambiado nada. El enlace sirve una vez y durante 15 minutos.',
    alreadyButton: 'Iniciar sesión',
    why: (name) => `Recibes este mensaje porque esta dirección se escribió en ${name}.`,
  },
  signInMail: {
    subject: (name, code) => `Inicia sesión en ${name}: ${code}`,
    preview: 'Pulsa el botón o escribe el código donde lo pediste.',
    heading: 'Inicia sesión con un botón',
    sentence: (name) => `Tú, esperamos, quisiste iniciar sesión en ${name} con esta dirección.`,
    button: 'Iniciar sesión',
    codeLabel: '¿Inicias sesión en otro dispositivo? Escribe allí este código:',
    byHand: 'Si el botón no funciona, abre esta dirección en tu navegador:',
    honest:
      'El botón y el código sirven una vez y durante 15 minutos. Si no fuiste tú, no hagas nada: sin este mensaje nadie puede entrar. Nadie del periódico te pedirá nunca el código.',
    nobodySubject: (name) => `No hay una suscripción a ${name} con esta dirección`,
    nobodyPreview: 'Con pulsar un botón, la hay.',
    nobodyHeading: 'Esta dirección aún no tiene suscripción',
    nobodySentence: (name) =>
      `Alguien, esperamos que tú, quiso iniciar sesión en ${name} con esta dirección. Aún no tiene suscripción. Con el botón empieza una, y la sesión se inicia al instante.`,
    nobodyButton: 'Suscribirme e iniciar sesión',
    nobodyHonest:
      'El enlace sirve una vez y durante 24 horas. ¿Te suscribiste con otra dirección? Entonces inicia sesión con aquella. Si no fuiste tú, no hagas nada: sin el botón no te enviamos ningún boletín.',
  },
};
