import type { Leaving } from '../en/leaving.ts';

export const leaving: Leaving = {
  unsubscribe: {
    title: 'Darse de baja',
    heading: 'Darse de baja',
    sentence: 'Enviamos nuestros boletines a',
    button: 'No recibir más boletines',
    only: (list) => `Solo dejar «${list}»`,
    noButton: 'Sin un botón no ocurre nada. También puedes elegir qué te llega y en qué idioma:',
    manage: 'Elegir tus boletines',
    doneHeading: 'Te diste de baja',
    doneSentence:
      'Ya no te enviamos boletines. Uno que salía en este mismo momento todavía puede llegar. Lo que lees en el sitio sigue abierto para ti.',
    nothingSentence: 'No enviamos boletines a esta dirección.',
    onlyHeading: (list) => `«${list}» ya no llega`,
    onlySentence: 'Ya no te enviamos este boletín. Los demás siguen como estaban.',
    undoSentence: '¿Fue sin querer?',
    undo: 'Deshacer',
    undone: 'Deshecho. Tus boletines llegan como antes.',
    tooLate: 'Esto ya no se puede deshacer con un enlace. Inicia sesión y elige ahí tus boletines.',
    signIn: 'Inicia sesión para volver a elegir boletines',
    reasonHeading: '¿Nos cuentas por qué?',
    reasonHelp: 'Solo si quieres. Ya está hecho.',
    reasons: {
      too_many: 'Son demasiados correos',
      not_for_me: 'No es lo que busco',
      never_asked: 'Nunca lo pedí',
      elsewhere: 'Los leo en otros lugares',
      other: 'Otra cosa',
    },
    words: 'Con tus palabras',
    reasonButton: 'Enviar',
    reasonThanks: 'Gracias. Nos ayuda.',
    suppressedHeading: 'No se te envía nada',
    goneHeading: 'No hay nada de qué darse de baja',
    goneSentence: 'Ya no guardamos esta dirección y no le enviamos nada.',
    badHeading: 'Este enlace no está completo',
    badSentence:
      'Abre otra vez el enlace de uno de nuestros boletines o inicia sesión: tu cuenta también tiene los boletines.',
    toAccount: 'Ir a tu cuenta',
  },
  preferences: {
    title: 'Tus boletines',
    heading: 'Tus boletines',
    sentence: 'Elige qué enviamos a',
    button: 'Guardar',
    left: 'Te diste de baja y no te enviamos nada. Para elegir boletines otra vez, inicia sesión.',
    unknownList:
      'Uno de los boletines ya no existe, así que nada cambió. Revisa tu elección y guárdala otra vez.',
    stopAll: 'No recibir más boletines',
  },
};
