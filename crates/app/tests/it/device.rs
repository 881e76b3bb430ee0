//! A device that makes passkeys and signs with them, as a telephone does: for tests that have no
//! telephone. What it says can be made to lie.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Somebody was there.
const PRESENT: u8 = 0x01;
/// They unlocked the device.
const UNLOCKED: u8 = 0x04;
/// A passkey follows.
const MADE: u8 = 0x40;

/// A device with one passkey.
#[derive(Clone)]
pub(crate) struct Device {
    key: SigningKey,
    /// What it calls its passkey.
    pub(crate) credential: Vec<u8>,
    /// Whose it says that the passkey is, as it was told.
    pub(crate) user: String,
    /// How often it has signed; nothing if it does not count.
    pub(crate) count: u32,
    /// The site that it believes to speak with.
    pub(crate) rp: String,
    /// The page that its browser believes to show.
    pub(crate) origin: String,
    /// Whether its owner unlocks it.
    pub(crate) unlocked: bool,
}

impl Device {
    /// The device of a number, on the page of an address.
    pub(crate) fn new(n: u8, origin: &str) -> Device {
        let rp = origin.split("//").nth(1).unwrap();
        Device {
            key: SigningKey::from_slice(&[n; 32]).unwrap(),
            credential: vec![n; 16],
            user: String::new(),
            count: 0,
            rp: rp.split(':').next().unwrap().to_owned(),
            origin: origin.to_owned(),
            unlocked: true,
        }
    }

    /// Makes the passkey that it is asked for.
    pub(crate) fn make(&mut self, options: &str) -> String {
        let asked: Value = serde_json::from_str(options).unwrap();
        self.user = asked["user"]["id"].as_str().unwrap().to_owned();
        let point = self.key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        let mut data = self.data(MADE);
        // A device of no known kind, and how long what it calls its passkey is.
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        // The public key in CBOR (RFC 9053, 7.1): EC2, ES256, P-256, and its two coordinates.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        // { "fmt": "none", "attStmt": {}, "authData": … }
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(&data);
        let client = self.client("webauthn.create", &asked);
        let response = json!({
            "clientDataJSON": base64(&client),
            "attestationObject": base64(&object),
            "transports": ["internal"],
        });
        self.answer(&response)
    }

    /// Signs what it is asked.
    pub(crate) fn sign(&mut self, options: &str) -> String {
        let asked: Value = serde_json::from_str(options).unwrap();
        let (data, client) = (self.data(0), self.client("webauthn.get", &asked));
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": base64(&client),
            "authenticatorData": base64(&data),
            "signature": base64(signature.to_der().as_bytes()),
            "userHandle": self.user,
        });
        self.answer(&response)
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let unlocked = if self.unlocked { UNLOCKED } else { 0 };
        let mut data = Sha256::digest(&self.rp).to_vec();
        data.push(PRESENT | unlocked | more);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let client = json!({
            "type": kind,
            "challenge": asked["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        client.to_string().into_bytes()
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64(&self.credential);
        let answer = json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        });
        answer.to_string()
    }
}

/// As browsers write bytes in JSON: base64 for addresses, without what fills the end.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for part in bytes.chunks(3) {
        let whole = part
            .iter()
            .fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
        let whole = whole << (8 * (3 - part.len()));
        for place in 0..=part.len() {
            text.push(char::from(LETTERS[whole >> (18 - 6 * place) & 63]));
        }
    }
    text
}
