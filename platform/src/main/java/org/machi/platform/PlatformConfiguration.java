package org.machi.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.machi.platform.database.DurabilityCheck;
import org.machi.platform.database.Migrations;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that every organisation's application has; everything else is found by its package. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackageClasses = PlatformConfiguration.class,
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = PagesWhenServed.class),
            // Another organisation's application on the same class path is not part of this one.
            @Filter(type = FilterType.ANNOTATION, classes = MachiApplication.class)
        })
class PlatformConfiguration {

    /** Connections as the app role; the migrations have run and durability is assured before. */
    @Bean
    HikariDataSource dataSource(OrganisationSettings settings, Migrations.Done migrated) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(settings.kind() + "-" + settings.code() + "-" + migrated.count());
        config.setJdbcUrl(settings.database().url());
        config.setUsername(settings.database().app().user());
        config.setPassword(settings.database().app().password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(20_000);
        config.addDataSourceProperty("ApplicationName", "machi-" + settings.code());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // An office's day has some five hundred statements; each is parsed once, not every day.
        config.addDataSourceProperty("preparedStatementCacheQueries", "2000");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "32");
        // The steps make temporary tables; the driver would forget every parsed statement each
        // time.
        config.addDataSourceProperty("flushCacheOnDdl", "false");
        HikariDataSource source = new HikariDataSource(config);
        DurabilityCheck.require(source);
        return source;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }
}
