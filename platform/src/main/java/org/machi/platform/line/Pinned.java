package org.machi.platform.line;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes the registered certificate of one partner, when the authority vouches for it, too. */
final class Pinned extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager authority;
    private final Partner partner;

    Pinned(X509ExtendedTrustManager authority, Partner partner) {
        this.authority = authority;
        this.partner = partner;
    }

    private void requirePartner(X509Certificate[] chain) throws CertificateException {
        if (!LineKey.fingerprint(chain[0]).equals(partner.fingerprint())) {
            throw new CertificateException("not the registered certificate of " + partner.code());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        authority.checkServerTrusted(chain, type, engine);
        requirePartner(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        authority.checkServerTrusted(chain, type, socket);
        requirePartner(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        authority.checkServerTrusted(chain, type);
        requirePartner(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this side only calls");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("this side only calls");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("this side only calls");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authority.getAcceptedIssuers();
    }
}
